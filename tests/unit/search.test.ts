import { describe, expect, it } from 'vitest';
import { keyed, placesIn, searchKey } from '../../src/search/key.ts';
import { excerpt, matchRecord, rank } from '../../src/search/match.ts';
import { readQuery } from '../../src/search/query.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { indexed, phrase, tokens } from '../../src/search/token.ts';

describe('the search key', () => {
  it.each([['８．８％', '8.8%'], ['９＋２', '9+2'], ['ＰＭ２．５', 'pm2.5'], ['PM2.5', 'pm2.5'], ['四 双　联动', '四双联动'], ['（市、区）', '(市、区)']])('“%s” is “%s”', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('leads back to the text, also where a form becomes longer', () => {
    const text = '前…后％';
    expect(placesIn(keyed(text), '...后')).toEqual([{ start: 1, end: 3 }]);
    expect(placesIn(keyed(text), '%')).toEqual([{ start: 3, end: 4 }]);
  });

  it('finds overlapping places', () => {
    expect(placesIn(keyed('好好好'), '好好')).toHaveLength(2);
  });
});

describe('queries', () => {
  it('splits at white space and drops straight marks', () => {
    expect(readQuery(' "四双联动"　10月底 ').map(({ key }) => key)).toEqual(['四双联动', '10月底']);
    expect(readQuery('四"双')).toHaveLength(2);
    expect(readQuery('  " ')).toEqual([]);
  });

  it('remembers the words inside marks', () => {
    expect(readQuery('“以日保周”')).toMatchObject([{ key: '“以日保周”', inner: '以日保周' }]);
    expect(readQuery('“以日')).toMatchObject([{ inner: null }]);
  });
});

describe('tokens', () => {
  it('are one word a code point, of letters and digits only', () => {
    expect(tokens(searchKey('“9+2”𠮷'))).toHaveLength(6);
    expect(tokens('四“+"').every((token) => /^[a-z0-9]+$/.test(token))).toBe(true);
    expect(new Set(tokens('四双联动9+2')).size).toBe(7);
  });

  it('keeps the texts of a record apart', () => {
    expect(indexed(['一二', '三']).includes(phrase('二三').slice(1, -1))).toBe(false);
    expect(indexed(['一二', '三']).includes(phrase('一二').slice(1, -1))).toBe(true);
  });
});

const record = (id: string, name: string, text: string): SearchRecord => ({
  kind: 'slogan', id, part: 0, title: name, url: `/${id}/`,
  texts: [{ text: name, url: '', name: true, place: '' }, { text, url: '', name: false, place: '' }],
});

describe('matching', () => {
  const terms = (query: string) => readQuery(query);

  it('needs every term, in whichever text of the record', () => {
    expect(matchRecord(record('a', '四双联动', '双轮驱动'), terms('四双 驱动'))).toMatchObject({ count: 2 });
    expect(matchRecord(record('a', '四双联动', '双轮驱动'), terms('四双 七梁'))).toBeNull();
  });

  it('puts the exact name first, then names, then text', () => {
    const matches = [record('text', '别的', '说到四双联动'), record('part', '四双联动之路', ''), record('whole', '四双联动', '')]
      .map((one) => matchRecord(one, terms('四双联动'))!);
    expect(rank(matches).map(({ record: { id } }) => id)).toEqual(['whole', 'part', 'text']);
  });

  it('cuts excerpts around the hit from the text as it stands', () => {
    const match = matchRecord(record('a', '名', `${'前'.repeat(60)}。然后增长８．８％${'后'.repeat(200)}`), terms('8.8%'))!;
    const pieces = excerpt(match.texts[0]!);
    expect(pieces.find(({ hit }) => hit)!.text).toBe('８．８％');
    expect(pieces.map(({ text }) => text).join('')).toMatch(/^…然后增长８．８％后+…$/);
  });
});
