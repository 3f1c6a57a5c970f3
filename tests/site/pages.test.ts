/** What holds for every built page. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { brokenLinks } from './links.ts';
import { attribute, readSite } from './site.ts';

const pages = readSite('dist');

describe('every page', () => {
  it('is there', () => {
    expect(pages.length).toBeGreaterThan(200);
  });

  it('links to nothing that is not there, and to no other site', () => {
    expect(brokenLinks(pages, 'dist', '/')).toEqual([]);
  });

  it('has no id twice', () => {
    const twice = pages.flatMap(({ file, elements }) => {
      const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
      return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${file}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('has no inline script, style or event handler', () => {
    const inline = pages.flatMap(({ file, elements }) => elements
      .filter((element) => (element.tagName === 'script' && attribute(element, 'src') === undefined)
        || element.tagName === 'style'
        || element.attrs.some(({ name }) => name === 'style' || name.startsWith('on')))
      .map((element) => `${file} <${element.tagName}>`));
    expect(inline).toEqual([]);
  });

  it('carries the meta of a government page', () => {
    const wanted = ['SiteName', 'ColumnName', 'ColumnType', 'ColumnKeywords', 'ColumnDescription', 'ArticleTitle'];
    const lacking = pages.filter(({ elements }) => {
      const names = elements.filter(({ tagName }) => tagName === 'meta').map((element) => attribute(element, 'name'));
      return !wanted.every((name) => names.includes(name));
    });
    expect(lacking.map(({ file }) => file)).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Astro writes void elements and attributes in its own way; both are valid HTML.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'no-trailing-whitespace': 'off',
        'doctype-style': 'off',
        // A long heading is a line of the speech, which we do not shorten.
        'long-title': 'off',
      },
    });
    const wrong: string[] = [];
    for (const { file, html } of pages) {
      const { results } = await validator.validateString(html, file);
      wrong.push(...results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`)));
    }
    expect([...new Set(wrong)].slice(0, 30)).toEqual([]);
  });
});

describe('a site under a base path', () => {
  const base = '/zt/zhuanxing/';
  const dir = join(temporaryFolder('base'), 'dist');

  beforeAll(() => {
    execFileSync('node', ['scripts/build.ts', '--base', base, '--outDir', dir], { stdio: 'pipe' });
  });

  it('links within itself only', () => {
    const under = readSite(dir, base);
    expect(under).toHaveLength(pages.length);
    expect(brokenLinks(under, dir, base)).toEqual([]);
  });
});
