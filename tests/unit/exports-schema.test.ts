/** The published JSON Schemas: what is written fits them, and what is not of their shape does not. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/corpus/library.ts';
import { commitmentsJson, figuresJson, slogansJson } from '../../src/exports/json.ts';
import { jsonSchemas } from '../../src/exports/schema.ts';
import { loadCorpus } from '../../src/gate/gate.ts';
import { addressesUnder } from '../../src/site/addresses.ts';

const library = createLibrary(loadCorpus(process.cwd()));
const routes = addressesUnder('/zt/');
const ajv = new Ajv2020({ strict: true, allErrors: true });
const commitments = commitmentsJson(library, routes);
const slogans = slogansJson(library, routes);
const figures = figuresJson(library, routes);

const errorsOf = (name: string, data: unknown): string[] => {
  const validate = ajv.compile(jsonSchemas[name]!);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const spoilt = <T>(list: readonly T[], change: object): object[] => [{ ...list[0], ...change }, ...list.slice(1)] as object[];

describe('the schemas', () => {
  it.each(Object.entries({ commitments, slogans, figures }))('take %s.json', (name, data) => {
    expect(errorsOf(name, JSON.parse(JSON.stringify(data)))).toEqual([]);
  });

  it('say what they are about', () => {
    expect(Object.values(jsonSchemas)).toEqual(Object.values(jsonSchemas).map(() =>
      expect.objectContaining({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: expect.any(String) as string, description: expect.any(String) as string })));
  });

  it.each([
    ['a kind that is none', { kind: 'wish' }, '/commitments/0/kind'],
    ['an id that is none', { id: '309' }, '/commitments/0/id'],
    ['units that are nobody', { units: [] }, '/commitments/0/units'],
    ['a field too many', { progress: '' }, '/commitments/0'],
    ['an address without an anchor', { url: '/speeches/' }, '/commitments/0/url'],
    ['a date that is none', { deadline: { text: '10月底前', type: 'explicit', date: '10月31日' } }, '/commitments/0/deadline/date'],
    ['a deadline that is left out', { deadline: undefined }, '/commitments/0'],
  ])('refuse a commitment with %s', (_, change, path) => {
    const data = JSON.parse(JSON.stringify({ ...commitments, commitments: spoilt(commitments.commitments, change) })) as object;
    expect(errorsOf('commitments', data).some((error) => error.startsWith(path))).toBe(true);
  });

  it('refuse a slogan without occurrences and a figure without a value', () => {
    expect(errorsOf('slogans', spoilt(slogans, { occurrences: [] }))).not.toEqual([]);
    expect(errorsOf('figures', { ...figures, figures: spoilt(figures.figures, { value: '3782.9' }) })).not.toEqual([]);
  });
});
