import { describe, expect, test } from 'vitest';
import { loadFigureRules } from '../../src/figures/rules.ts';
import { contentText, readMarked, rules } from './support.ts';

describe('every pattern of the catalogue', () => {
  const examples = rules.patterns.flatMap(({ rule, metric, examples }) =>
    examples.map((phrase) => ({ rule, metric: metric.id, phrase })),
  );
  test.each(examples)('$rule reads $phrase', ({ metric, phrase }) => {
    const { printed, readings } = readMarked(phrase);
    expect(readings.map((reading) => [reading.metric, reading.printed])).toContainEqual([metric, printed]);
  });

  const counterexamples = rules.patterns.flatMap(({ rule, metric, counterexamples }) =>
    counterexamples.map((phrase) => ({ rule, metric: metric.id, phrase })),
  );
  test.each(counterexamples)('$rule does not read $phrase', ({ metric, phrase }) => {
    expect(readMarked(phrase).readings.map((reading) => reading.metric)).not.toContain(metric);
  });
});

describe('a mistake in the catalogue is named with its line', () => {
  const broken = (from: string, to: string) => () =>
    loadFigureRules((name) =>
      name === 'metrics.yaml' ? contentText(name).replace(from, to) : contentText(name),
    );
  const lineOf = (text: string) =>
    contentText('metrics.yaml')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1;

  test('an unknown key', () => {
    expect(broken('side: after\n        reach: 6', 'sides: after')).toThrow(
      /^metrics\.yaml:\d+: .*Unrecognized key: "sides"/,
    );
  });
  test('an unknown topic', () => {
    const line = lineOf('topic: legal-aid');
    expect(broken('topic: legal-aid', 'topic: legal-ade')).toThrow(
      `metrics.yaml:${line}: expected an id of \`topics\`, found legal-ade`,
    );
  });
  test('an unknown list', () => {
    expect(broken('and: "@公众"', 'and: "@公衆"')).not.toThrow();
    expect(broken('beside: "@公众"', 'beside: "@公衆"')).toThrow(
      `metrics.yaml:${lineOf('beside: "@公众"')}: expected the name of a list of \`words\`, found @公衆`,
    );
  });
  test('a file that is no YAML', () => {
    expect(broken('metrics:\n', 'metrics: [\n')).toThrow(/^metrics\.yaml:\d+: /);
  });
});
