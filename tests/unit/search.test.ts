import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../src/build/search-index.ts';
import { cardOf, packEntries, unpackEntries } from '../../src/search/catalogue.ts';
import { excerpt, hitTexts, marked } from '../../src/search/excerpt.ts';
import { keyed, placesIn, searchKey } from '../../src/search/key.ts';
import { matchAll, type Located } from '../../src/search/match.ts';
import { joinPlaces } from '../../src/search/places.ts';
import { planFor } from '../../src/search/plan.ts';
import { readQuery } from '../../src/search/query.ts';
import type { Kind, SearchRecord } from '../../src/search/record.ts';
import { pieces, spell, tokens, type Width } from '../../src/search/token.ts';
import { layOut } from '../../src/search/volume.ts';

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

  it('counts a term once', () => {
    expect(readQuery('改革 改革')).toHaveLength(1);
  });

  it('remembers the words inside marks', () => {
    expect(readQuery('“以日保周”')).toMatchObject([{ key: '“以日保周”', inner: '以日保周' }]);
    expect(readQuery('“以日')).toMatchObject([{ inner: null }]);
    expect(readQuery('坚持“以日保周”')).toMatchObject([{ inner: null }]);
    expect(readQuery('“以日保周“')).toMatchObject([{ inner: '以日保周' }]);
    expect(readQuery('“””')).toMatchObject([{ inner: null }]);
    expect(readQuery('“产业 结构”').map(({ key }) => key)).toEqual(['产业', '结构']);
    expect(readQuery('“产业” “结构”').map(({ inner }) => inner)).toEqual(['产业', '结构']);
  });
});

describe('words', () => {
  it('are equally long, of letters and digits, and differ', () => {
    for (const width of [1, 2] as const) {
      const words = tokens('四双“9+2”pm2.5𠮷\n', width);
      expect(words.every((word) => word.length === 4 * width && /^[0-9a-f]+$/.test(word))).toBe(true);
    }
    expect(new Set(tokens('四双联动9+2\n', 1)).size).toBe(8);
    expect(spell('四双')).toBe('56db53cc');
  });

  it('are one for each place', () => {
    expect(tokens('一二三\n', 1)).toHaveLength(4);
    expect(tokens('一二三\n', 2)).toEqual(['一二', '二三', '三\n'].map(spell));
  });

  it.each<[Width, string, number[]]>([[1, '一二三', [0, 1, 2]], [2, '一二', [0]], [2, '一二三', [0, 1]], [2, '一二三四', [0, 2]], [2, '一二三四五', [0, 2, 3]]])('of width %d cover “%s” with the fewest', (width, key, offsets) => {
    const cover = pieces(key, width);
    expect(cover.map(({ offset }) => offset)).toEqual(offsets);
    expect(cover.every(({ word, offset }) => word === spell(key.slice(offset, offset + width)))).toBe(true);
  });
});

/** A record with a name and texts, under a name of its own. */
function record(kind: Kind, id: string, names: string[], ...texts: string[]): SearchRecord {
  return { kind, id, parts: [1], title: names[0] ?? id, url: `/${id}/`, path: '', names, texts: texts.map((text) => ({ text, url: `/${id}/#p`, place: '第1段' })) };
}

const records = [
  record('section', '1', ['突出重点'], '（一）突出重点。要四双联动，以日保周；', '再说改革。'),
  record('section', '2', [], '改革要深化。８．８％'),
  record('commitment', 'T101', ['T101', '以日保周'], '以日保周'),
  record('slogan', '四双联动', ['四双联动', '四双'], '四双联动', '双轮驱动、双向发力'),
];

/** Where a key stands in volumes, by plain search: what the index has to say. */
function locate(keys: readonly string[], key: string): Located {
  const all = (volume: string): number[] => [...volume].flatMap((_, at) => (volume.startsWith(key, at) ? [at] : []));
  return { key, places: new Map(keys.map((volume, n) => [n, all(volume)] as const).filter(([, places]) => places.length > 0)) };
}

describe('volumes', () => {
  it('hold each text once, the sections first and in order', () => {
    const { keys, places } = layOut(records, Infinity);
    expect(keys).toHaveLength(1);
    expect(keys[0]!.split('四双联动')).toHaveLength(2);
    expect(keys[0]!.startsWith('(一)突出重点。要四双联动,以日保周;\n再说改革。\n改革要深化。8.8%\n')).toBe(true);
    expect(places[2]!.texts[0]).toBe(keys[0]!.indexOf('以日保周'));
  });

  it('part no record, and are parted by size', () => {
    const { keys, places } = layOut(records, 10);
    expect(keys).toHaveLength(2);
    expect(places.map(({ volume }) => volume)).toEqual([0, 1, 0, 0]);
  });

  it('refuse a section that does not say its name', () => {
    expect(() => layOut([record('section', '1', ['别的'], '改革')], 10)).toThrow('别的');
  });
});

describe.each([['one volume', Infinity], ['two volumes', 10]])('matching in %s', (_, size) => {
  const { keys, places } = layOut(records, size);
  const entries = unpackEntries(packEntries(records, places));
  const find = (query: string) => matchAll(entries, readQuery(query).map(({ key }) => locate(keys, key)));
  const ids = (query: string) => find(query).map(({ entry }) => records[entry.n]!.id);

  it.each([
    ['以日保周', ['T101', '1']], ['改革', ['1', '2']], ['突出重点', ['1']], ['8.8%', ['2']], ['双轮', ['四双联动']], ['t101', ['T101']],
    ['改革 深化', ['2']], ['周；再', []], ['保周;', ['1']], ['驱动、双', ['四双联动']], ['没有', []],
  ])('“%s” is in %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('puts an exact name first, then names, then text', () => {
    expect(ids('四双')).toEqual(['四双联动', '1']);
    expect(find('四双')[0]).toMatchObject({ exact: true });
    expect(find('突出')[0]).toMatchObject({ exact: false });
    expect(find('突出')[0]!.score).toBeGreaterThan(find('改革')[0]!.score);
  });

  it('counts a place once, though a name and a text hold it', () => {
    expect(find('以日保周').map(({ count }) => count)).toEqual([1, 1]);
  });

  it('agrees with the cards on which terms stand in texts', () => {
    for (const query of ['改革', '以日保周', 'T101', '双']) {
      for (const { entry, termsInTexts } of find(query)) {
        const texts = hitTexts(cardOf(records[entry.n]!), readQuery(query).map(({ key }) => key));
        expect(texts.length > 0 ? 1 : 0, query).toBe(termsInTexts);
      }
    }
  });
});

it('places of words are joined where all stand in a row', () => {
  const places = (...all: number[]) => new Map([[0, all]]);
  expect(joinPlaces([{ offset: 0, places: places(1, 5, 9) }, { offset: 2, places: places(3, 8, 11) }])).toEqual(places(1, 9));
  expect(joinPlaces([{ offset: 0, places: places(1) }, { offset: 1, places: new Map([[1, [2]]]) }]).size).toBe(0);
  expect(joinPlaces([{ offset: 1, places: places(1, 2) }])).toEqual(places(0, 1));
});

describe('excerpts', () => {
  const of = (text: string, ...keys: string[]) => excerpt(hitTexts(cardOf(record('slogan', 'a', [], text)), keys)[0]!);

  it('are the text as it stands, from the beginning of the clause', () => {
    const parts = of(`${'前'.repeat(60)}。然后增长８．８％${'后'.repeat(200)}`, '8.8%');
    expect(parts.find(({ hit }) => hit)!.text).toBe('８．８％');
    expect(parts.map(({ text }) => text).join('')).toMatch(/^…然后增长８．８％后+…$/);
  });

  it('show each of several terms', () => {
    const parts = of(`改革${'中'.repeat(300)}。发展${'后'.repeat(300)}`, '改革', '发展');
    expect(parts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['改革', '发展']);
    expect(parts.map(({ text }) => text).join('')).toMatch(/^改革中+…发展后+…$/);
  });

  it('mark all places in sight, overlapping ones as one', () => {
    expect(of('好好好，好好', '好好').filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['好好好', '好好']);
    expect(marked('T101 改革', ['t101', '革'])).toEqual([{ text: 'T101', hit: true }, { text: ' 改', hit: false }, { text: '革', hit: true }]);
  });

  it('of a short text are all of it', () => {
    expect(of('改革', '革')).toEqual([{ text: '改', hit: false }, { text: '革', hit: true }]);
  });
});

it('a small corpus is cut in characters, a large one in pairs, in larger volumes the larger it is', () => {
  expect(planFor(11_000)).toMatchObject({ width: 1, cardsTogether: true });
  expect(planFor(3_300_000)).toMatchObject({ width: 2, cardsTogether: false });
  expect(planFor(3_300_000).volumeSize).toBeGreaterThan(planFor(330_000).volumeSize);
});

it('a program of Pagefind that has changed is refused', async () => {
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  await expect(checkProgram(Buffer.concat([Buffer.from('pagefind_dcd'), empty]))).rejects.toThrow('no __wbindgen_start');
  await expect(checkProgram(empty)).rejects.toThrow('no file of Pagefind’s');
  await expect(checkProgram(undefined)).rejects.toThrow('wrote no wasm.unknown.pagefind');
});
