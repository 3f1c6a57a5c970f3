/** The data files, against the pages they point at. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CommitmentsFile, SloganRecord } from '../../src/exports/json.ts';
import { loadCorpus } from '../../src/gate/gate.ts';
import { attribute, readSite, textOf } from './site.ts';

const corpus = loadCorpus(process.cwd());
const pages = new Map(readSite('dist').map((page) => [page.address, page]));
const { speech, commitments } = JSON.parse(readFileSync('dist/data/commitments.json', 'utf8')) as CommitmentsFile;
const slogans = JSON.parse(readFileSync('dist/data/slogans.json', 'utf8')) as SloganRecord[];

/** The page that an address leads to, and its anchor. */
function follow(url: string): { page: ReturnType<typeof readSite>[number]; anchor: string } {
  const [address, anchor = ''] = url.split('#');
  const page = pages.get(decodeURIComponent(address!));
  if (!page) throw new Error(`No page at ${url}.`);
  return { page, anchor };
}

describe('commitments.json', () => {
  it('holds every commitment of the corpus', () => {
    expect(speech).toMatchObject({ id: '2022-industrial-transformation', year: 2022, sha256: corpus.speech.sha256 });
    expect(commitments.map(({ id }) => id)).toEqual(corpus.commitments.map(({ id }) => id));
  });

  it('points at the quote: the pieces marked with the id, joined, are it', () => {
    for (const { id, url, quote } of commitments) {
      const { page, anchor } = follow(url);
      expect(anchor).toBe(id);
      expect(page.elements.some((element) => attribute(element, 'id') === id)).toBe(true);
      const pieces = page.elements.filter((element) => attribute(element, 'data-commitment') === id);
      expect(pieces.map(textOf).join('')).toBe(quote);
    }
  });

  it('says null where the text is silent, and a date only for explicit deadlines', () => {
    for (const { deadline, units } of commitments) {
      if (deadline) expect(deadline.date !== null).toBe(deadline.type === 'explicit');
      if (units) expect(units.length).toBeGreaterThan(0);
    }
    expect(commitments.some(({ deadline }) => deadline === null)).toBe(true);
    expect(commitments.some(({ units }) => units === null)).toBe(true);
  });
});

describe('slogans.json', () => {
  it('points every occurrence at its link in the text', () => {
    for (const { slug, forms, occurrences } of slogans) {
      expect(occurrences.length).toBeGreaterThan(0);
      for (const { url, context } of occurrences) {
        const { page, anchor } = follow(url);
        const link = page.elements.find((element) => attribute(element, 'id') === anchor)!;
        expect(attribute(link, 'data-slogan')).toBe(slug);
        expect(forms.some((form) => form.startsWith(textOf(link)))).toBe(true);
        expect(forms.some((form) => context.includes(form))).toBe(true);
      }
    }
  });

  it('lists measures that exist, and that list the slogan', () => {
    const byId = new Map(commitments.map((commitment) => [commitment.id, commitment]));
    for (const { slug, measures } of slogans) {
      for (const id of measures) expect(byId.get(id)!.slogans).toContain(slug);
    }
    const linked = commitments.flatMap(({ slogans: own }) => own).length;
    expect(slogans.reduce((sum, { measures }) => sum + measures.length, 0)).toBe(linked);
  });
});

describe('hard places of the speech', () => {
  const commitment = (words: string) => {
    const found = commitments.filter(({ quote, deadline, targets }) => [quote, deadline?.text, ...targets.map(({ text }) => text)].some((text) => text?.includes(words)));
    expect(found.length, words).toBeGreaterThan(0);
    return found;
  };
  const unitsOf = (words: string) => commitment(words).flatMap(({ units }) => units?.map(({ name }) => name) ?? []);

  it.each([
    ['10月底前编制完成自创区', 'explicit', '2022-10-31'],
    ['9月底前全面完成9县（市）的总规修编任务', 'explicit', '2022-09-30'],
    ['3到5年', 'relative', null],
    ['5月份', 'relative', null],
  ])('“%s” is %s, %s', (words, type, date) => {
    expect(commitment(words)[0]!.deadline).toMatchObject({ type, date });
  });

  it.each([
    ['8.8%', 8.8, '%'], ['87件', 87, '件'], ['8个重大专项', 8, '个'], ['499个重点项目', 499, '个'], ['60项', 60, '项'], ['11个领域', 11, '个'], ['6大类', 6, '大类'], ['26项', 26, '项'], ['9县（市）', 9, '县（市）'],
  ])('“%s” is a target of %d', (words, value, unit) => {
    expect(commitment(words).flatMap(({ targets }) => targets)).toEqual(
      expect.arrayContaining([expect.objectContaining({ value, unit: expect.stringContaining(unit) as string })]));
  });

  it.each([
    ['要认真梳理，制定方案', ['市政府', '发改', '住建', '重点办']],
    ['要强化抓改革的主体责任', ['各牵头市级领导', '各牵头市直部门', '各县（市、区）']],
    ['采取有力措施加快推进', ['市直相关单位', '有关县（市、区）']],
    ['简化投资审批程序', ['相关部门']],
    ['完善经济运行监测机制', ['各职能部门']],
  ])('“%s” names %j', (words, names) => {
    expect(unitsOf(words)).toEqual(expect.arrayContaining(names));
  });

  it('gives the lead only where the speech says 牵头', () => {
    const leads = commitments.flatMap(({ units }) => units ?? []).filter(({ role }) => role === 'lead');
    expect(leads.length).toBeGreaterThan(0);
    expect(leads.every(({ text }) => text.includes('牵头'))).toBe(true);
  });

  it.each([
    ['高于全省平均水平1.7个百分点', { value: 1.7, unit: '个百分点', role: 'comparison', against: '全省平均水平', period: '上半年' }],
    ['15家试点企业', { value: 15, unit: '家', role: 'scope' }],
    ['居全省第3位', { text: '第3位', role: 'ranking' }],
    ['倒数第三位', { text: '倒数第三位', value: 3, role: 'ranking', against: '全省' }],
    ['我们年初制定GDP增长目标是8.8%', { value: 8.8, unit: '%', role: 'target' }],
  ])('“%s” is a figure', (words, expected) => {
    expect(corpus.figures.filter(({ quote }) => quote.includes(words) || words.includes(quote))).toEqual(
      expect.arrayContaining([expect.objectContaining(expected)]));
  });

  it('notes that a July speech plans for 5月份', () => {
    expect(corpus.notes.some(({ text }) => text.includes('5月份'))).toBe(true);
  });
});
