import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { parseDivisions } from '../../src/divisions/division.ts';
import { createGazetteer } from '../../src/divisions/gazetteer.ts';
import { type GeneratedReport, generateCorpus } from '../../src/generate/corpus.ts';
import { createFacts } from '../../src/generate/facts.ts';
import { loadLibrary } from '../../src/generate/library.ts';
import { foldText } from '../../src/generate/quote.ts';

const phrases = fileURLToPath(new URL('../../src/generate/phrases/', import.meta.url));
const library = loadLibrary((name) => readFileSync(join(phrases, name), 'utf8'));
const gazetteer = createGazetteer(
  parseDivisions(readFileSync(join(PROJECT_CONTENT, 'divisions.tsv'), 'utf8')),
);
const generate = (seed: number, count: number) => [...generateCorpus(seed, count, library, gazetteer)];
const corpus = generate(7, 500);

/** What a reader of the page sees, whatever its encoding. */
function read({ file, bytes }: GeneratedReport): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = utf16 ? new TextDecoder('utf-16le').decode(bytes) : decodeBytes(bytes);
  return file.endsWith('.html')
    ? (parseHTML(text).document.querySelector('.article')?.textContent ?? '')
    : text;
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

describe('a corpus', () => {
  test('is the same for the same seed, and begins with the shorter one', () => {
    expect(generate(7, 60)).toEqual(corpus.slice(0, 60));
    expect(generate(8, 1)[0]?.bytes).not.toEqual(corpus[0]?.bytes);
  });

  test('has every kind of agency, level, year and encoding', () => {
    const kinds = (key: 'agency_type' | 'level') => new Set(corpus.flatMap(({ label }) => label[key] ?? []));
    expect(kinds('agency_type').size).toBe(5);
    expect(kinds('level').size).toBe(5);
    expect(new Set(corpus.map(({ label }) => label.year_covered)).size).toBe(11);
    expect(corpus.some(({ file }) => file.endsWith('.html'))).toBe(true);
    expect(corpus.some(({ bytes }) => bytes[0] === 0xff)).toBe(true);
    expect(corpus.some(({ bytes }) => bytes[0] === 0xef)).toBe(true);
  });

  test('never has two reports of one agency on one year', () => {
    const seen = corpus.flatMap(({ label }) => {
      const { province, city, county } = { ...label.inferred, ...strip(label) };
      return label.agency ? [`${province}${city}${county} ${label.agency} ${label.year_covered}`] : [];
    });
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('says in every text that it is not a real report', () => {
    for (const report of corpus) expect(foldText(read(report))).toContain(foldText(library.notice));
  });

  test('changes from year to year within a series, and copies much', () => {
    const [first, second] = [corpus[0], corpus[1]] as [GeneratedReport, GeneratedReport];
    expect(second.label.agency).toBe(first.label.agency);
    const [before, after] = [first, second].map((r) => new Set(read(r).split(/[。；\n]/)));
    const shared = [...(before as Set<string>)].filter((sentence) => after?.has(sentence)).length;
    expect(shared).toBeGreaterThan(5);
    expect(shared).toBeLessThan(before?.size as number);
  });
});

describe('the gold file', () => {
  test('quotes words that stand once in the text and have the number in them', () => {
    for (const report of corpus) {
      const text = foldText(read(report));
      for (const { quote, printed } of report.gold) {
        expect(text.split(foldText(quote)).length - 1, `${report.file}: ${quote}`).toBe(1);
        expect(foldText(quote)).toContain(foldText(printed));
      }
    }
  });

  test('gives the value that the printed digits have', () => {
    const factor = { 万: 1e4, 亿: 1e8 } as const;
    let read = 0;
    for (const { file, gold } of corpus)
      for (const { printed, value } of gold) {
        const match = /^([\d,. ]*\d)\s*([余多]?)([万亿]?)/.exec(printed);
        if (!match) continue;
        read += 1;
        const number = Number((match[1] as string).replace(/[, ]/g, '')) * (factor[match[3] as '万'] ?? 1);
        expect(number, `${file}: ${printed}`).toBeCloseTo(value, 3);
      }
    expect(read).toBeGreaterThan(10_000);
  });

  test.each([
    ['more-than', /[余多]|超|突破/],
    ['nearly', /近/],
    ['about', /约|左右/],
    ['at-least', /以上/],
    ['at-most', /以内/],
  ])('%s only where the words around the number say so', (bound, words) => {
    const rows = corpus.flatMap(({ gold }) => gold).filter((g) => g.bound === bound);
    expect(rows.length).toBeGreaterThan(5);
    for (const { quote } of rows) expect(quote).toMatch(words);
  });
});

describe('facts', () => {
  const years = Array.from({ length: 300 }, (_, series) => createFacts(library.facts, [1, series], 1, 2020));

  test('agree in most reports, and in some do not', () => {
    const agree = years.filter((facts) => {
      const get = (metric: string) => facts.get(`reconsideration.${metric}`) as number;
      return get('received') === get('accepted') + get('rejected') + get('transferred');
    });
    expect(agree.length).toBeGreaterThan(280);
    expect(agree.length).toBeLessThan(300);
  });

  test('have parts that add up', () => {
    for (const facts of years)
      for (const [metric, shares] of Object.entries(library.facts.parts)) {
        const parts = Object.keys(shares).map((part) => facts.get(`${metric}#${part}`) as number);
        expect(parts.reduce((a, b) => a + b)).toBe(facts.get(metric));
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }
  });
});

function strip<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)) as Partial<T>;
}
