/** The 任务分解表 and the files, made from the speech itself. */
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { createLibrary } from '../../src/corpus/library.ts';
import { breakDown, cellsOf, COLUMNS, headingOf, narrow, notesOf, PROGRESS, remarksOf, rowsOf, type Breakdown } from '../../src/exports/breakdown.ts';
import { breakdownCsv, csv } from '../../src/exports/csv.ts';
import { breakdownDocx } from '../../src/exports/docx/breakdown.ts';
import { speechDocx } from '../../src/exports/docx/speech.ts';
import { harmless } from '../../src/exports/harmless.ts';
import { deadlinesIcs } from '../../src/exports/ics.ts';
import { repack } from '../../src/exports/package.ts';
import { breakdownXlsx } from '../../src/exports/xlsx.ts';
import { loadCorpus } from '../../src/gate/gate.ts';
import { addressesUnder } from '../../src/site/addresses.ts';

const library = createLibrary(loadCorpus(process.cwd()));
const routes = addressesUnder('/zt/');
const whole = breakDown(library, routes);
const ORIGIN = 'https://example.gov.cn';

/** A table whose first row says something else. */
function withRow(changes: Partial<Breakdown['groups'][number]['rows'][number]>): Breakdown {
  const [group] = whole.groups;
  return { ...whole, groups: [{ ...group!, rows: [{ ...group!.rows[0]!, ...changes }] }] };
}

describe('a cell', () => {
  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])('that begins as %j is made harmless', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  it.each(['', '9+2', '**同志', '“=”', '原文未明确', '10月底前（2022-10-31）', '—'])('that says %j is left as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });
});

describe('the breakdown', () => {
  it('numbers every commitment through its groups, in the speech’s order', () => {
    expect(rowsOf(whole).map(({ id }) => id)).toEqual(library.commitments.map(({ id }) => id));
    expect(rowsOf(whole).map(({ n }) => n)).toEqual(library.commitments.map((_, i) => i + 1));
    expect(whole.groups.map(({ name }) => name)).toEqual(['开篇', ...library.parts.map(({ label, title }) => label + title), '结束语']);
    expect(headingOf(whole.groups[0]!)).toBe(`开篇（${whole.groups[0]!.rows.length}项）`);
  });

  it('has the columns that offices use, the last two empty', () => {
    expect(COLUMNS.map(({ name }) => name).join('｜')).toBe('序号｜编号｜工作任务（原文）｜量化目标｜牵头单位｜责任（配合）单位｜完成时限｜对应原文｜提法｜进展情况｜备注');
    expect(COLUMNS.reduce((sum, { width }) => sum + width, 0)).toBe(257);
    for (const row of rowsOf(whole)) expect(cellsOf(row).slice(-2)).toEqual(['', '']);
  });

  it('says the speech’s words, their place and address', () => {
    for (const row of rowsOf(whole)) {
      const { quote, range, section } = library.commitment(row.id);
      expect(row.quote).toBe(quote);
      expect(row.place).toBe(library.placeOf(range.line));
      expect(row.address).toBe(`/zt/speeches/${library.speech.id}/${library.section(section).slug}/#${row.id}`);
    }
  });

  it('says 原文未明确 exactly where the speech is silent', () => {
    for (const row of rowsOf(whole)) {
      const { targets, deadline, units } = library.commitment(row.id);
      expect(row.targets === '原文未明确').toBe(targets.length === 0);
      expect(row.deadline === '原文未明确').toBe(deadline === null);
      expect(row.lead === '原文未明确').toBe(!units?.some(({ role }) => role === 'lead'));
      expect(row.others === '原文未明确').toBe(!units?.some(({ role }) => role !== 'lead'));
      expect(cellsOf(row).slice(0, 9)).not.toContain('');
    }
  });

  it('keeps the roles apart', () => {
    const commitment = { ...library.commitments[0]!, units: [
      { text: '甲', name: '甲', role: 'lead', range: library.commitments[0]!.range },
      { text: '乙', name: '乙', role: 'responsible', range: library.commitments[0]!.range },
      { text: '丙', name: '丙', role: 'cooperating', range: library.commitments[0]!.range },
    ] } as const;
    const [row] = rowsOf(breakDown({ ...library, commitments: [commitment] }, routes));
    expect(row).toMatchObject({ lead: '甲', others: '乙、丙（配合）' });
  });

  it('narrows to what a filter shows, and says which', () => {
    const dated = library.commitments.filter(({ deadline }) => deadline?.date).map(({ id }) => id);
    const narrowed = narrow(whole, [{ name: '有日期的', ids: dated }, { name: '别的', ids: [] }], ['完成时限：明确日期']);
    expect(rowsOf(narrowed).map(({ id }) => id)).toEqual(dated);
    expect(rowsOf(narrowed).map(({ n }) => n)).toEqual(dated.map((_, i) => i + 1));
    expect(narrowed.groups.every(({ rows }) => rows.length > 0)).toBe(true);
    expect(notesOf(narrowed)[0]).toBe(`筛选条件：完成时限：明确日期。共${dated.length}项（全部任务${library.commitments.length}项）。`);
    expect(notesOf(whole)[0]).toBe(`全部任务，共${library.commitments.length}项。`);
    expect(rowsOf(narrow(whole, [{ name: '', ids: ['T000'] }], ['无']))).toEqual([]);
    const twice = narrow(whole, [{ name: '甲', ids: ['T309', 'T101'] }, { name: '乙', ids: ['T309'] }], []);
    expect(rowsOf(twice).map(({ n, id }) => `${n} ${id}`)).toEqual(['1 T309', '2 T101', '3 T309']);
    expect(notesOf(narrow(twice, [{ name: '', ids: ['T309', 'T309'] }], ['一项']))[0]).toContain('共1项');
    expect(rowsOf(whole).find(({ id }) => id === 'T309')!.part).toBe(whole.groups.find(({ rows }) => rows.some(({ id }) => id === 'T309'))!.name);
  });

  it('counts what is said', () => {
    const { commitments } = library;
    const [, counts] = notesOf(whole);
    expect(counts).toContain(`有量化目标的${commitments.filter(({ targets }) => targets.length > 0).length}项`);
    expect(counts).toContain(`有完成时限的${commitments.filter(({ deadline }) => deadline !== null).length}项`);
    expect(counts).toContain(`点名责任单位的${commitments.filter(({ units }) => units !== null).length}项`);
  });

  it('keeps the editors’ remarks apart from the speech', () => {
    const remarked = library.commitments.filter(({ note, deadline }) => note ?? deadline?.note);
    expect(remarked.length).toBeGreaterThan(0);
    expect(remarksOf(whole)).toHaveLength(remarked.length);
    for (const remark of remarksOf(whole)) expect(remark).toMatch(/^编者注（T\d+）：/);
  });

  it('is plain data, as the browser gets it', () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });
});

describe('CSV', () => {
  it('has a BOM, CRLF and quotes where they are needed', () => {
    expect(csv([['a', 'b'], ['1,2', 'say “"x"”'], ['两\n行', '=1']])).toBe('\uFEFFa,b\r\n"1,2","say “""x""”"\r\n"两\n行",\'=1\r\n');
  });

  it('gives each cell back to a parser', () => {
    const [head, ...rows] = parse(breakdownCsv(whole, ORIGIN), { bom: true, recordDelimiter: '\r\n' });
    expect(head).toEqual([...COLUMNS.map(({ name }) => name), '所属部分', '原文地址', '编者注']);
    expect(rows.map((row) => row.slice(0, COLUMNS.length))).toEqual(rowsOf(whole).map(cellsOf));
    expect(rows.map((row) => row[COLUMNS.length + 1])).toEqual(rowsOf(whole).map(({ address }) => ORIGIN + address));
  });
});

describe('XLSX', () => {
  it('makes a cell harmless that would begin a formula', async () => {
    const bytes = await breakdownXlsx(withRow({ quote: '=HYPERLINK("http://x")', targets: '@x' }), null);
    const [sheet] = await readExcel(Buffer.from(bytes));
    expect(sheet!.data[4]!.slice(2, 4)).toEqual(['\'=HYPERLINK("http://x")', '\'@x']);
  });

  it('can be made of nothing', async () => {
    const [sheet] = await readExcel(Buffer.from(await breakdownXlsx(narrow(whole, [], ['无']), null)));
    expect(sheet!.data[2]!.slice(0, 2)).toEqual(['序号', '编号']);
    expect(sheet!.data).toHaveLength(3);
  });

  it('offers what 进展情况 may say within Excel’s 255 characters', () => {
    expect(PROGRESS.join(',').length).toBeLessThan(256);
    expect(PROGRESS.every((state) => !state.includes(','))).toBe(true);
  });
});

describe('links back to the words', () => {
  const addresses = rowsOf(whole).map(({ address }) => ORIGIN + address);
  const partOf = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(bytes)[path] ?? new Uint8Array());
  const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, target]) => target!);

  it('stand in Excel where the site’s domain is known', async () => {
    const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
    expect(found(partOf(await breakdownXlsx(whole, ORIGIN), rels), /Target="(https:[^"]*)"/g)).toEqual(addresses);
    expect(partOf(await breakdownXlsx(whole, null), rels)).toBe('');
  });

  it('stand in Word where the site’s domain is known', async () => {
    expect(found(partOf(await breakdownDocx(whole, ORIGIN), 'word/document.xml'), /HYPERLINK &quot;(https:[^"]*?)&quot;/g)).toEqual(addresses);
    expect(partOf(await breakdownDocx(whole, null), 'word/document.xml')).not.toContain('HYPERLINK');
  });
});

describe('the calendar', () => {
  it('has an address only where the site’s domain is known', () => {
    expect(deadlinesIcs(library, routes, null)).not.toMatch(/^URL/m);
    expect(deadlinesIcs(library, routes, ORIGIN)).toContain('https://example.gov.cn/zt/commitments/T');
  });

  it('folds lines at 75 octets and ends each with CRLF', () => {
    const lines = deadlinesIcs(library, routes, ORIGIN).split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });
});

describe('a file', () => {
  const files = {
    'the breakdown in Excel': () => breakdownXlsx(whole, ORIGIN),
    'the breakdown in Word': () => breakdownDocx(whole, ORIGIN),
    'the speech in Word': () => speechDocx(library),
  };

  it.each(Object.entries(files))('(%s) has the same bytes each time it is made', async (_, make) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2022-07-15T08:00:00Z') });
    const first = Buffer.from(await make());
    vi.setSystemTime(new Date('2031-01-02T20:00:00Z'));
    const second = Buffer.from(await make());
    vi.useRealTimers();
    expect(second.equals(first)).toBe(true);
  });

  it('is refused when the library stops writing what is to be edited', async () => {
    const bytes = await breakdownXlsx(whole, null);
    expect(() => repack(bytes, [{ part: 'xl/workbook.xml', found: /<nothing>/, replacement: '' }])).toThrow('xl/workbook.xml');
    expect(() => repack(bytes, [{ part: 'none.xml', found: /x/, replacement: '' }])).toThrow('none.xml');
  });
});
