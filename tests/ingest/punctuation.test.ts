import fc from 'fast-check';
import { expect, test } from 'vitest';
import { punctuate } from '../../src/ingest/punctuation.ts';

test.each([
  ['收到申请6件,受理4件;办结率100%,无败诉', '收到申请6件，受理4件；办结率100%，无败诉'],
  ['共9,652件', '共9,652件'],
  ['3~5日,100~200元', '3~5日，100~200元'],
  ['时间:2021-01-07 09:15:53', '时间：2021-01-07 09:15:53'],
  ['网址http://a.gov.cn/x,y(z)?q=1,报告如下', '网址http://a.gov.cn/x,y(z)?q=1，报告如下'],
  ['(一)工作情况', '（一）工作情况'],
  ['《纲要(2021-2025年)》(厅字〔2019〕28号)', '《纲要（2021-2025年）》（厅字〔2019〕28号）'],
  ['1.加强领导', '1.加强领导'],
  ['成效明显.现报告如下', '成效明显。现报告如下'],
  ['即4.8亿元', '即4.8亿元'],
  ['"双随机、一公开"监管', '"双随机、一公开"监管'],
  ['成效?,F(xiàn)將', '成效?,F(xiàn)將'],
  ['为了谁?依靠谁?', '为了谁？依靠谁？'],
  ['word, (see A.B), C:D; ok?', 'word, (see A.B), C:D; ok?'],
])('%s', (raw, set) => {
  expect(punctuate(raw).text).toBe(set);
});

const line = fc.string({ unit: fc.constantFrom(...'中国年件一1290Az%,.;:?!()（）《》“”"、。—~ 〔〕号/') });

test('nothing but half-width signs changes, each to its own full-width sign', () => {
  fc.assert(
    fc.property(line, (text) => {
      const set = punctuate(text).text;
      expect(set.length).toBe(text.length);
      for (let i = 0; i < text.length; i += 1)
        if (set[i] !== text[i])
          expect([',，', ';；', ':：', '.。', '?？', '!！', '(（', ')）']).toContain(`${text[i]}${set[i]}`);
    }),
  );
});

test('setting it twice changes nothing more', () => {
  fc.assert(
    fc.property(line, (text) => {
      const once = punctuate(text).text;
      expect(punctuate(once).text).toBe(once);
    }),
  );
});

test('a sign between two digits or two Latin letters stays', () => {
  fc.assert(
    fc.property(line, (text) => {
      const set = punctuate(text).text;
      for (const { index } of text.matchAll(/(?<=\d)[,.:](?=\d)|(?<=[A-Za-z])[,.:;](?=[A-Za-z])/g))
        expect(set[index]).toBe(text[index]);
    }),
  );
});

test('the counts are the changes', () => {
  fc.assert(
    fc.property(line, (text) => {
      const { text: set, counts } = punctuate(text);
      const changed = [...text].filter((sign, i) => sign !== set[i] && sign !== ')').length;
      expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(changed);
    }),
  );
});
