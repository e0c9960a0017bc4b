import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeOnly, narrow, parseOnly } from '../../src/publish/only.ts';
import { publication, sampleReport } from './sample.ts';

const section = (theme: string) => [{ anchor: 'p-00000001', theme }];
const { archive } = publication([
  sampleReport({ agencyId: '370200-zf', year: 2021 }),
  sampleReport({ agencyId: '370200-zf', year: 2022, sections: section('disputes') }),
  sampleReport({ agencyId: '370200-fgw', year: 2022, agencyType: 'department' }),
  sampleReport({ agencyId: '630202-zf', year: 2023, province: '青海省', city: '海东市', level: 'county' }),
]);
const choose = (text: string) => [...narrow(archive, parseOnly(text, archive.themes)).reports.keys()];

test.each([
  ['year=2021', ['370200-zf/2021']],
  ['year=2022-2023', ['370200-fgw/2022', '370200-zf/2022', '630202-zf/2023']],
  ['year=2022-2023,province=青海省,level=county', ['630202-zf/2023']],
  ['city=海东市', ['630202-zf/2023']],
  ['level=县级', ['630202-zf/2023']],
  ['type=department', ['370200-fgw/2022']],
  ['theme=disputes', ['370200-zf/2022']],
  ['theme=矛盾纠纷化解', ['370200-zf/2022']],
  ['year=2021,year=2023', ['370200-zf/2021', '630202-zf/2023']],
  ['year=1999', []],
])('%s', (text, ids) => {
  expect(choose(text)).toEqual(ids);
});

test('an edition says in words what it holds', () => {
  const only = parseOnly('year=2022-2023,province=青海省,level=county,theme=disputes', archive.themes);
  expect(describeOnly(only, archive.themes)).toBe('2022—2023年，青海省，县级，矛盾纠纷化解');
});

test.each([
  ['colour=red', '"colour=red": expected KEY=VALUE with KEY one of year, province'],
  ['year', '"year": expected KEY=VALUE'],
  ['', 'expected KEY=VALUE'],
  ['constructor=1', 'expected KEY=VALUE'],
  ['year=22', '"year=22": expected a year or two years: 2022 or 2022-2023'],
  ['level=village', '"level=village": expected one of national (国家级)'],
  ['province=', '"province=": expected a name'],
  ['year=2022,theme=none', '"theme=none": expected one of disputes (矛盾纠纷化解)'],
])('%s is refused by name', (text, message) => {
  expect(() => parseOnly(text, archive.themes)).toThrow(message);
});

test('narrowing twice is narrowing by both, whatever the order of the conditions', () => {
  const part = fc.constantFrom(
    'year=2021',
    'year=2022-2023',
    'province=山东省',
    'level=county',
    'type=government',
  );
  fc.assert(
    fc.property(fc.uniqueArray(part, { minLength: 1, selector: (text) => text.split('=')[0] }), (parts) => {
      const stepwise = parts.reduce((own, text) => narrow(own, parseOnly(text, archive.themes)), archive);
      for (const order of [parts, parts.toReversed()])
        expect(choose(order.join(','))).toEqual([...stepwise.reports.keys()]);
    }),
  );
});
