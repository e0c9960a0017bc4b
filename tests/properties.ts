/**
 * Every run draws the same cases, so that a change is judged by what it changes and not by its luck.
 * `PROPERTY_SEED=n npm test` draws others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_128) });
