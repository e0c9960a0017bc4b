import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { parseDivisions, printDivisions } from '../../src/divisions/division.ts';
import { createGazetteer } from '../../src/divisions/gazetteer.ts';

const table = readFileSync(join(PROJECT_CONTENT, 'divisions.tsv'), 'utf8');
const divisions = parseDivisions(table);
const gazetteer = createGazetteer(divisions);
const codes = (name: string, within?: string, year?: number) =>
  gazetteer.find(name, within, year).map(({ code }) => code);
const scanned = (text: string, year?: number) => {
  const match = gazetteer.scan(text, year);
  return match && { codes: match.candidates.map(({ code }) => code), words: text.slice(0, match.length) };
};

describe('the table', () => {
  test('is small, and printed as it is read', () => {
    expect(Buffer.byteLength(table)).toBeLessThan(300_000);
    expect(printDivisions(divisions)).toBe(table);
  });

  test('lists every place once a year, below one that stood then', () => {
    for (let year = 2004; year <= 2024; year += 1) {
      const stood = divisions.filter((d) => d.validFrom <= year && year <= (d.validTo ?? 9999));
      const byCode = new Map(stood.map((d) => [d.code, d]));
      expect(byCode.size).toBe(stood.length);
      for (const d of stood)
        if (d.level === 'province') expect(d.parent).toBeUndefined();
        else expect(byCode.has(d.parent as string), `${d.code} ${d.name} ${year}`).toBe(true);
    }
  });

  test('has the 34 provinces and 333 prefectures that the ministry counted at the end of 2022', () => {
    const at = (level: string) =>
      divisions.filter((d) => d.level === level && d.validFrom <= 2022 && 2022 <= (d.validTo ?? 9999)).length;
    expect([at('province'), at('prefecture')]).toEqual([34, 333]);
  });

  test('names the line that is wrong in it', () => {
    const broken = table.split('\n');
    broken[4] = '110102\t西城区';
    expect(() => parseDivisions(broken.join('\n'))).toThrow(/^line 5: /);
    expect(() => parseDivisions('code,name')).toThrow(/^line 1: /);
  });
});

describe('renamed and merged places', () => {
  test.each([
    ['密云县', 2014, '110228', 2014, ['110118']],
    ['莱芜市', 2017, '371200', 2017, ['370100']],
    ['莱城区', 2017, '371202', 2017, ['370116']],
    ['江干区', 2020, '330104', 2020, ['330102', '330114']],
    ['铜仁地区', 2010, '522200', 2010, ['520600']],
    ['襄樊市', 2009, '420600', 2009, ['420600']],
    ['海东地区', 2012, '632100', 2012, ['630200']],
  ])('%s stood until the end of %i and went where the documents say', (name, year, code, validTo, into) => {
    const [place, ...others] = gazetteer.find(name, undefined, year);
    expect(others).toEqual([]);
    expect(place).toMatchObject({ code, validTo, successors: into });
  });

  test('a code has the name of the year asked for', () => {
    expect(gazetteer.byCode('420600', 2008)?.name).toBe('襄樊市');
    expect(gazetteer.byCode('420600')?.name).toBe('襄阳市');
    expect(gazetteer.byCode('130503', 2015)?.name).toBe('桥西区');
    expect(gazetteer.byCode('130503', 2021)?.name).toBe('信都区');
    expect(gazetteer.byCode('999999')).toBeUndefined();
  });

  test('a year tells places of one name apart', () => {
    expect(codes('崇川区', undefined, 2019)).toEqual(['320602']);
    expect(codes('崇川区', undefined, 2021)).toEqual(['320613']);
    expect(codes('市中区', undefined, 2010)).toContain('370802');
    expect(codes('市中区', undefined, 2020)).not.toContain('370802');
  });

  test('a name that no place had in the year still finds those that had it', () => {
    expect(codes('密云县', undefined, 2020)).toEqual(['110228']);
  });
});

describe('names', () => {
  test.each([
    ['普陀区', ['310107', '330903']],
    ['龙华区', ['440309', '460106']],
    ['南昌', ['360100', '360121']],
    ['恩施州', ['422800']],
    ['巴州', ['652800', '511902']],
    ['内蒙古', ['150000']],
    ['东乡', ['361003', '361029', '622926']],
    ['公安', []],
    ['没有这个地方', []],
  ])('%s', (name, expected) => {
    expect(codes(name)).toEqual(expected);
  });

  test('within a place', () => {
    expect(codes('普陀区', '310000')).toEqual(['310107']);
    expect(codes('市中区', '510000')).toEqual(['510802', '511002', '511102']);
    expect(codes('市中区', '370100')).toEqual(['370103']);
    expect(codes('普陀区', '110000')).toEqual([]);
  });
});

describe('the beginning of a text', () => {
  test.each([
    ['海东市乐都区人民政府2022年度', '海东市乐都区', ['630202']],
    ['临沂市人民政府关于', '临沂市', ['371300']],
    ['上海市普陀区司法局', '上海市普陀区', ['310107']],
    ['普陀区司法局', '普陀区', ['310107', '330903']],
    ['南昌县人民政府', '南昌县', ['360121']],
    ['吉林省吉林市', '吉林省吉林市', ['220200']],
    ['河北区人民政府', '河北区', ['120105']],
    ['海南州人民政府', '海南州', ['632500']],
    ['山东临沂兰山区', '山东临沂兰山区', ['371302']],
    ['新疆巴州和静县', '新疆巴州和静县', ['652827']],
    ['屏边县新华乡人民政府', '屏边县', ['532523']],
    ['河南省济源市', '河南省济源市', ['419001']],
    ['荆州市公安局', '荆州市', ['421000']],
    ['济南新旧动能转换起步区', '济南', ['370100']],
  ])('%s', (text, words, expected) => {
    expect(scanned(text)).toEqual({ words, codes: expected });
  });

  test.each(['省政府办公厅', '和平镇人民政府', '南山街道办事处', '我局', ''])('%s names no place', (text) => {
    expect(gazetteer.scan(text)).toBeUndefined();
  });

  test('the written-out chain of any place finds that place, whatever follows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...divisions),
        fc.constantFrom('人民政府', '司法局', '2020年', '（', ''),
        (division, rest) => {
          const { province, city, county } = gazetteer.place(division.code, division.validFrom) ?? {};
          const chain = [province, city, county].map((d) => d?.name ?? '').join('');
          const match = gazetteer.scan(chain + rest, division.validFrom);
          expect(match?.length).toBe(chain.length);
          expect(match?.candidates.map(({ code }) => code)).toEqual([division.code]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a match is a chain: every candidate lies in a place that the words before it name', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...divisions), { minLength: 1, maxLength: 3 }), (places) => {
        const match = gazetteer.scan(places.map(({ shortName }) => shortName).join(''));
        for (const { code } of match?.candidates ?? []) {
          const { province, city, county } = gazetteer.place(code) ?? {};
          expect(province && [province, city, county].some((d) => d?.code === code)).toBe(true);
        }
      }),
    );
  });
});

test('the chain of a place', () => {
  const names = (code: string, year?: number) => {
    const { province, city, county } = gazetteer.place(code, year) ?? {};
    return [province?.name, city?.name, county?.name];
  };
  expect(names('630202')).toEqual(['青海省', '海东市', '乐都区']);
  expect(names('310107')).toEqual(['上海市', undefined, '普陀区']);
  expect(names('371202')).toEqual(['山东省', '莱芜市', '莱城区']);
  expect(names('370000')).toEqual(['山东省', undefined, undefined]);
  expect(names('341421')).toEqual(['安徽省', '巢湖市', '庐江县']);
  expect(gazetteer.place('999999')).toBeUndefined();
});
