/** The files under /data/, opened again by other software than wrote them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/corpus/library.ts';
import { breakDown, cellsOf, COLUMNS, headingOf, narrow, remarksOf, rowsOf } from '../../src/exports/breakdown.ts';
import type { FiguresFile } from '../../src/exports/json.ts';
import { loadCorpus } from '../../src/gate/gate.ts';
import { addressesUnder } from '../../src/site/addresses.ts';
import { temporaryFolder } from '../temporary.ts';

const library = createLibrary(loadCorpus(process.cwd()));
const { speech, commitments, lines } = library;
const breakdown = breakDown(library, addressesUnder('/'));
const table = rowsOf(breakdown).map(cellsOf);
const head = COLUMNS.map(({ name }) => name);
const groups = breakdown.groups.map(headingOf);
const source = readFileSync(`content/speeches/${speech.id}/source.txt`);
const data = (file: string): string => join('dist/data', file);
const json = (file: string): unknown => JSON.parse(readFileSync(data(file), 'utf8'));

/** A part of an Office file, parsed. */
function part(file: string, path: string): { all: (tag: string) => Element[]; one: (tag: string) => Element } {
  const bytes = unzipSync(readFileSync(data(file)))[path];
  if (!bytes) throw new Error(`${file} has no ${path}.`);
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/xml');
  const all = (tag: string): Element[] => [...document.getElementsByTagName(tag)];
  return {
    all,
    one: (tag) => {
      const [found, ...more] = all(tag);
      if (!found || more.length > 0) throw new Error(`${path} of ${file} has ${all(tag).length} <${tag}>.`);
      return found;
    },
  };
}

/** Attributes as a plain object. */
const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

/** Millimetres of a length in twips. */
const mm = (twips: string | undefined): number => (Number(twips) / 1440) * 25.4;

describe('commitments.xlsx', () => {
  it('holds title, notes, head, groups with their counts and every commitment', async () => {
    const sheets = await readExcel(readFileSync(data('commitments.xlsx')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['任务分解表']);
    const rows = sheets[0]!.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    expect(rows[0]![0]).toBe(breakdown.title);
    expect(rows[1]![0]).toContain(`共${commitments.length}项`);
    expect(rows[2]).toEqual([...head, '所属部分', '原文地址']);
    const body = rows.slice(3, rows.length - remarksOf(breakdown).length);
    expect(body.filter((row) => row[1] === '').map(([cell]) => cell)).toEqual(groups);
    expect(body.filter((row) => row[1] !== '').map((row) => row.slice(0, COLUMNS.length))).toEqual(table);
    expect(body.filter((row) => row[1] !== '').map((row) => row[COLUMNS.length + 1])).toEqual(rowsOf(breakdown).map(({ address }) => address));
    expect(rows.slice(-remarksOf(breakdown).length).map(([cell]) => cell)).toEqual(remarksOf(breakdown));
  });

  it('is a form: frozen head, filter, lists, and one page wide on A4 landscape with its head repeated', () => {
    const sheet = part('commitments.xlsx', 'xl/worksheets/sheet1.xml');
    const last = 3 + groups.length + commitments.length;
    expect(attributes(sheet.one('pane'))).toMatchObject({ ySplit: '3', state: 'frozen' });
    expect(attributes(sheet.one('autoFilter'))).toEqual({ ref: `A3:M${last}` });
    expect(attributes(sheet.one('pageSetup'))).toMatchObject({ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' });
    expect(attributes(sheet.one('pageSetUpPr'))).toMatchObject({ fitToPage: '1' });
    expect(sheet.all('col')).toHaveLength(COLUMNS.length + 2);
    expect(sheet.all('f')).toEqual([]);
    const names = part('commitments.xlsx', 'xl/workbook.xml').all('definedName').map((name) => [name.getAttribute('name'), name.textContent]);
    expect(names).toEqual(expect.arrayContaining([['_xlnm.Print_Titles', '任务分解表!$3:$3']]));
    expect(part('commitments.xlsx', 'xl/styles.xml').all('alignment').some((alignment) => alignment.getAttribute('wrapText') !== null)).toBe(true);

    const validation = sheet.one('dataValidation');
    expect(validation.getElementsByTagName('formula1')[0]!.textContent).toMatch(/^"未启动,进行中,已完成,/);
    const validated = validation.getAttribute('sqref')!.split(' ').flatMap((range) => {
      const [from, to] = range.split(':').map((cell) => Number(/^J(\d+)$/.exec(cell)![1]));
      return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
    });
    const filled = sheet.all('row').filter((row) => row.getAttribute('outlineLevel') === '1').map((row) => Number(row.getAttribute('r')));
    expect(validated).toEqual(filled);
    expect(filled).toHaveLength(commitments.length);
  });

  it('gives each row the room for its text, to be fitted anew by what is filled in', () => {
    const rows = part('commitments.xlsx', 'xl/worksheets/sheet1.xml').all('row').filter((row) => row.getAttribute('outlineLevel') === '1');
    for (const row of rows) {
      expect(row.getAttribute('customHeight')).toBeNull();
      expect(Number(row.getAttribute('ht'))).toBeGreaterThan(14);
    }
  });
});

describe('commitments.docx', () => {
  it('holds the same table', async () => {
    const { value: html } = await mammoth.convertToHtml({ path: data('commitments.docx') });
    const rows = [...new DOMParser().parseFromString(`<x>${html}</x>`, 'text/xml').getElementsByTagName('tr')]
      .map((row) => [...row.childNodes].map((cell) => cell.textContent ?? ''));
    expect(rows[0]).toEqual(head);
    expect(rows.slice(1).filter((cells) => cells.length === 1).flat()).toEqual(groups);
    expect(rows.slice(1).filter((cells) => cells.length > 1)).toEqual(table);
    const { value: text } = await mammoth.extractRawText({ path: data('commitments.docx') });
    for (const words of [breakdown.title, ...remarksOf(breakdown)]) expect(text).toContain(words);
  });

  it('is on A4 landscape, with its head repeated and no row split', () => {
    const document = part('commitments.docx', 'word/document.xml');
    const size = attributes(document.one('w:pgSz'));
    expect(size['w:orient']).toBe('landscape');
    expect([mm(size['w:w']), mm(size['w:h'])].map(Math.round)).toEqual([297, 210]);
    const rows = document.all('w:tr');
    expect(rows).toHaveLength(1 + groups.length + commitments.length);
    expect(rows.map((row) => row.getElementsByTagName('w:tblHeader').length)).toEqual(rows.map((_, i) => (i === 0 ? 1 : 0)));
    expect(rows.every((row) => row.getElementsByTagName('w:cantSplit').length === 1)).toBe(true);
    const widths = document.all('w:gridCol').map((column) => Number(column.getAttribute('w:w')));
    expect(Math.round(mm(String(widths.reduce((sum, width) => sum + width, 0))))).toBe(257);
  });
});

describe('the speech in Word', () => {
  const file = `${speech.id}.docx`;
  const document = part(file, 'word/document.xml');
  const styles = part(file, 'word/styles.xml');
  const paragraphs = document.all('w:p').map((paragraph) => ({
    text: [...paragraph.getElementsByTagName('w:t')].map((text) => text.textContent).join(''),
    style: paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? 'Normal',
    runs: [...paragraph.getElementsByTagName('w:r')].map((run) => ({
      style: run.getElementsByTagName('w:rStyle')[0]?.getAttribute('w:val') ?? null,
      text: run.textContent,
    })),
  }));
  const ofStyle = (id: string): Element => styles.all('w:style').find((style) => style.getAttribute('w:styleId') === id)!;
  const value = (id: string, tag: string, attribute = 'w:val'): string | undefined => {
    for (let style: Element | undefined = ofStyle(id); style;) {
      const found = style.getElementsByTagName(tag)[0];
      if (found) return found.getAttribute(attribute) ?? undefined;
      const parent: string | null | undefined = style.getElementsByTagName('w:basedOn')[0]?.getAttribute('w:val');
      style = parent ? ofStyle(parent) : undefined;
    }
    return styles.one('w:docDefaults').getElementsByTagName(tag)[0]?.getAttribute(attribute) ?? undefined;
  };

  it('is the source, a paragraph a line, character for character', async () => {
    const first = paragraphs.findIndex(({ text }) => text === lines[0]!.text);
    const own = paragraphs.slice(first, first + lines.length).map(({ text }) => text);
    expect(`${own.join('\n')}\n\n`).toBe(source.toString('utf8'));
    expect(paragraphs.slice(0, first).map(({ text }) => text).filter(Boolean)).toEqual([speech.title]);
    for (const { text } of paragraphs.slice(first + lines.length).filter(({ text }) => text !== '')) expect(text).toMatch(/^编者注：/);
    const { value: raw } = await mammoth.extractRawText({ path: data(file) });
    expect(raw.split('\n\n').filter(Boolean)).toEqual(paragraphs.map(({ text }) => text).filter(Boolean));
  });

  it('has the page of GB/T 9704: 版心 156 × 225 mm, a grid of 22 lines of 28 characters', () => {
    const size = attributes(document.one('w:pgSz'));
    const margin = attributes(document.one('w:pgMar'));
    expect([mm(size['w:w']), mm(size['w:h'])].map(Math.round)).toEqual([210, 297]);
    expect([mm(margin['w:top']), mm(margin['w:left'])].map(Math.round)).toEqual([37, 28]);
    const width = Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right']);
    const height = Number(size['w:h']) - Number(margin['w:top']) - Number(margin['w:bottom']);
    expect([width, height].map((twips) => Math.round(mm(String(twips))))).toEqual([156, 225]);
    const grid = attributes(document.one('w:docGrid'));
    expect(grid['w:type']).toBe('linesAndChars');
    expect(Math.floor(height / Number(grid['w:linePitch']))).toBe(22);
    const size16 = Number(value('Normal', 'w:sz')) / 2;
    expect(Math.floor(width / 20 / (size16 + Number(grid['w:charSpace']) / 4096))).toBe(28);
    // The text keeps to the grid by itself, in programs that do not know it as well.
    const narrowed = Number(ofStyle('Normal').getElementsByTagName('w:rPr')[0]!.getElementsByTagName('w:spacing')[0]!.getAttribute('w:val'));
    expect(Math.floor(width / (size16 * 20 + narrowed))).toBe(28);
    const spacing = styles.one('w:pPrDefault').getElementsByTagName('w:spacing')[0]!;
    expect(attributes(spacing)).toMatchObject({ 'w:line': grid['w:linePitch'], 'w:lineRule': 'exact' });
  });

  it.each([
    ['Title', '方正小标宋简体', '44'], ['Heading1', '黑体', '32'], ['RunIn', '楷体_GB2312', undefined], ['BodyText', '仿宋_GB2312', '32'],
  ])('sets %s in %s', (style, font, size) => {
    expect(value(style, 'w:rFonts', 'w:eastAsia')).toBe(font);
    expect(value(style, 'w:rFonts', 'w:ascii')).toBe(font);
    if (size) expect(value(style, 'w:sz')).toBe(size);
  });

  it('indents by two characters', () => {
    for (const style of ['BodyText', 'Heading1', 'SectionOpening', 'ItemOpening']) expect(value(style, 'w:ind', 'w:firstLineChars')).toBe('200');
  });

  it('has the outline of the speech in Word’s navigation pane', () => {
    const outline = paragraphs.map(({ text, style }) => ({ text, level: value(style, 'w:outlineLvl') })).filter(({ level }) => level !== undefined);
    expect(outline.filter(({ level }) => level === '0').map(({ text }) => text)).toEqual(library.parts.map(({ label, title }) => label + title));
    const sections = library.sections.filter(({ kind }) => kind === 'section');
    expect(outline.filter(({ level }) => level === '1').map(({ text }) => text)).toEqual(sections.map(({ first }) => library.line(first).text));
    expect(paragraphs.filter(({ style }) => style === 'SectionOpening').map(({ runs }) => runs[0]))
      .toEqual(sections.map(({ label, title }) => ({ style: 'RunIn', text: `${label}${title}。` })));
  });

  it('numbers pages “— 1 —”: odd ones right, even ones left, one character in', () => {
    expect(part(file, 'word/settings.xml').all('w:evenAndOddHeaders')).toHaveLength(1);
    expect(part(file, 'word/settings.xml').all('w:mirrorMargins')).toHaveLength(1);
    const targets = new Map(part(file, 'word/_rels/document.xml.rels').all('Relationship').map((relationship) => [relationship.getAttribute('Id'), relationship.getAttribute('Target')]));
    const footers = document.all('w:footerReference').map((reference) => {
      const footer = part(file, `word/${targets.get(reference.getAttribute('r:id'))}`);
      return {
        pages: reference.getAttribute('w:type'),
        side: footer.one('w:jc').getAttribute('w:val'),
        inset: footer.one('w:ind').getAttribute('w:right') ?? footer.one('w:ind').getAttribute('w:left'),
        text: footer.all('w:r').map((run) => run.textContent).join(''),
        font: footer.all('w:rFonts')[0]!.getAttribute('w:eastAsia'),
        size: footer.all('w:sz')[0]!.getAttribute('w:val'),
      };
    });
    const common = { inset: '280', text: '— PAGE —', font: '宋体', size: '28' };
    expect(footers).toEqual([{ pages: 'default', side: 'right', ...common }, { pages: 'even', side: 'left', ...common }]);
  });
});

describe('CSV', () => {
  it('commitments.csv holds every commitment', () => {
    const bytes = readFileSync(data('commitments.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).not.toMatch(/(?<!\r)\n/);
    const [first, ...rows] = parse(bytes, { bom: true });
    expect(first!.slice(0, COLUMNS.length)).toEqual(head);
    expect(rows.map((row) => row.slice(0, COLUMNS.length))).toEqual(table);
  });

  it('figures.csv holds every figure', () => {
    const rows: Record<string, string>[] = parse(readFileSync(data('figures.csv')), { bom: true, columns: true });
    expect(rows.map((row) => [row['原文'], row['指标'], Number(row['数值'])])).toEqual(library.figures.map(({ quote, metric, value }) => [quote, metric, value]));
    expect(rows.map((row) => row['时间'] === '原文未明确')).toEqual(library.figures.map(({ period }) => period === null));
  });
});

describe('deadlines.ics', () => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(data('deadlines.ics'), 'utf8')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const dated = commitments.filter(({ deadline }) => deadline?.date);

  it('holds the deadlines whose words name a day, all day long, and no others', () => {
    expect(dated.length).toBeGreaterThan(0);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(dated.map(({ deadline }) => deadline!.date));
    for (const { startDate, endDate } of events) {
      expect(startDate.isDate).toBe(true);
      expect(endDate.subtractDate(startDate).days).toBe(1);
    }
    events.forEach(({ summary, description }, i) => {
      expect(summary).toBe(`${dated[i]!.id} ${dated[i]!.title}`);
      expect(description).toContain(`原文：“${dated[i]!.quote}”\n时限：${dated[i]!.deadline!.text}`);
    });
  });

  it('has ids for good and no clock', () => {
    expect(events.map(({ uid }) => uid)).toEqual(dated.map(({ id }) => `${id}.${speech.id}@luoshi`));
    expect(new Set(calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('dtstamp')))).size).toBe(1);
    expect(readFileSync(data('deadlines.ics'), 'utf8')).not.toContain(String(new Date().getFullYear() + 1));
  });
});

describe('JSON', () => {
  it.each(['commitments', 'slogans', 'figures'])('%s.json is what its published schema says', (name) => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(json(`${name}.schema.json`) as object);
    validate(json(`${name}.json`));
    expect(validate.errors).toBeNull();
  });

  it('figures.json holds every figure', () => {
    const { figures } = json('figures.json') as FiguresFile;
    expect(figures.map(({ quote, value, unit }) => ({ quote, value, unit }))).toEqual(library.figures.map(({ quote, value, unit }) => ({ quote, value, unit })));
  });

  it('breakdown.json is the table that the browser narrows', () => {
    expect(json('breakdown.json')).toEqual(breakdown);
    expect(rowsOf(narrow(json('breakdown.json') as typeof breakdown, [{ name: '', ids: [commitments[1]!.id] }], ['一项']))).toMatchObject([{ n: 1, id: commitments[1]!.id }]);
  });
});

it('the text is the source, byte for byte', () => {
  expect(readFileSync(data(`${speech.id}.txt`)).equals(source)).toBe(true);
});

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
const hasOffice = office.status === 0;
if (!hasOffice) console.warn('LibreOffice (soffice) is not on this machine: that it opens the files is not tested here.');

describe.skipIf(!hasOffice)('LibreOffice opens', () => {
  let out: string;
  /** Converts files of /data/ and returns what it made. */
  const convert = (to: string, ...files: string[]): void => {
    // A profile of its own: an instance that is open elsewhere would take the job and not say so.
    execFileSync('soffice', [`-env:UserInstallation=file://${out}/profile`, '--headless', '--convert-to', to, '--outdir', out, ...files.map(data)], { stdio: 'pipe' });
  };
  const made = (file: string): string => {
    if (!existsSync(join(out, file))) throw new Error(`LibreOffice made ${readdirSync(out).join(', ')} and no ${file}.`);
    return join(out, file);
  };
  const pages = (file: string): string[] =>
    execFileSync('pdftotext', ['-layout', made(file), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  const bare = (text: string): string => text.replace(/\s/g, '');

  beforeAll(() => { out = temporaryFolder('office'); });

  it('commitments.xlsx, with every cell as text', () => {
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', 'commitments.xlsx');
    const rows: string[][] = parse(readFileSync(made('commitments.csv')), { bom: true, relax_column_count: true });
    expect(rows[0]![0]).toBe(breakdown.title);
    expect(rows[2]!.slice(0, COLUMNS.length)).toEqual(head);
    expect(rows.slice(3).filter((row) => /^T\d+$/.test(row[1] ?? '')).map((row) => row.slice(0, COLUMNS.length))).toEqual(table);
  });

  const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

  it.skipIf(!hasPoppler)('the tables, and repeats their head on each page', () => {
    for (const name of ['commitments.xlsx', 'commitments.docx']) {
      convert('pdf', name);
      const all = pages('commitments.pdf');
      expect(all.length).toBeGreaterThan(3);
      const withRows = all.filter((page) => /T\d{3}/.test(page));
      for (const page of withRows) for (const column of ['序号', '编号', '工作任务（原文）', '完成时限', '备注']) expect(bare(page)).toContain(column);
      const ids = [...all.join('').matchAll(/\bT\d{3}\b(?!）)/g)].map(([id]) => id);
      expect(ids).toEqual(commitments.map(({ id }) => id));
      rmSync(made('commitments.pdf'));
    }
  });

  it.skipIf(!hasPoppler)('the speech: its text whole and in order, 22 lines a full page, 28 characters a full line', () => {
    convert('pdf', `${speech.id}.docx`);
    const all = pages(`${speech.id}.pdf`).map((page) => page.split('\n').map(bare).filter(Boolean));
    all.forEach((page, i) => expect(page.pop()).toBe(`—${i + 1}—`));
    const joined = all.flat().join('');
    const start = joined.indexOf(bare(lines[0]!.text));
    expect(joined.slice(start)).toContain(bare(source.toString('utf8')));
    expect(all.slice(1, -1).map((page) => page.length)).toEqual(all.slice(1, -1).map(() => 22));

    // Lines inside paragraphs, of Han characters and full-width marks only.
    const ends = new Set([start]);
    let end = start;
    for (const { text } of lines) ends.add(end += bare(text).length);
    let at = 0;
    const full = all.flat().filter((line) => {
      const from = at;
      at += line.length;
      return from > start && at < end && !ends.has(from) && !ends.has(at) && /^[\p{Script=Han}，。；：、？！（）《》]+$/u.test(line);
    });
    expect(full.length).toBeGreaterThan(80);
    expect(full.filter(({ length }) => length > 28)).toEqual([]);
    // One or two short where a mark that may not begin the next line takes a character along.
    expect(full.filter(({ length }) => length < 26)).toEqual([]);
    expect(full.filter(({ length }) => length === 28).length / full.length).toBeGreaterThan(0.8);
  });
});
