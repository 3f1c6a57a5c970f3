/**
 * The 任务分解表: one model of the table that offices hand out, for paper, Word, Excel and CSV alike.
 *
 * Plain data, made from the Library or narrowed from itself, so that a browser can export what a filter
 * shows: neither Astro nor DOM nor `node:` may be used here.
 */
import type { Commitment, Unit } from '../corpus/commitment.ts';
import type { Section } from '../corpus/corpus.ts';
import type { Library } from '../corpus/library.ts';
import { anchors, type Addresses } from '../site/addresses.ts';
import { describeDeadline, describeTargets } from '../site/describe.ts';
import { words } from '../words.ts';

/** One commitment, in the words that the table shows. */
export interface BreakdownRow {
  /** 序号, running through the groups. */
  readonly n: number;
  readonly id: string;
  /** The speech's own words. */
  readonly quote: string;
  readonly targets: string;
  readonly lead: string;
  readonly others: string;
  readonly deadline: string;
  /** The day that the deadline's words name, or `null`. */
  readonly date: string | null;
  /** `第一部分（三）第2段` */
  readonly place: string;
  /** Address of the words in their section, root-relative. */
  readonly address: string;
  readonly slogans: string;
  /** The part of the speech that it belongs to. */
  readonly part: string;
  /** What an editor remarks, shown under 编者注. */
  readonly remark: string | null;
}

/** Rows under a heading: those of one part, or of whatever a reader has grouped them by. */
export interface BreakdownGroup {
  /** Empty where the rows stand under none. */
  readonly name: string;
  readonly rows: readonly BreakdownRow[];
}

export interface Breakdown {
  readonly title: string;
  /** Commitments of the whole speech, of which this table may show fewer. */
  readonly total: number;
  /** What the table was narrowed by, such as `完成时限：明确日期`; empty where it shows all. */
  readonly filters: readonly string[];
  readonly groups: readonly BreakdownGroup[];
}

type Field = 'n' | 'id' | 'quote' | 'targets' | 'lead' | 'others' | 'deadline' | 'place' | 'slogans' | 'progress' | 'comment';

/** The columns that offices use, with their widths on A4 landscape in mm (257 together). The last two are filled in by hand. */
export const COLUMNS: readonly { readonly field: Field; readonly name: string; readonly width: number }[] = [
  { field: 'n', name: '序号', width: 9 },
  { field: 'id', name: '编号', width: 13 },
  { field: 'quote', name: '工作任务（原文）', width: 68 },
  { field: 'targets', name: '量化目标', width: 31 },
  { field: 'lead', name: '牵头单位', width: 21 },
  { field: 'others', name: '责任（配合）单位', width: 23 },
  { field: 'deadline', name: '完成时限', width: 22 },
  { field: 'place', name: '对应原文', width: 22 },
  { field: 'slogans', name: '提法', width: 19 },
  { field: 'progress', name: '进展情况', width: 17 },
  { field: 'comment', name: '备注', width: 12 },
];

/** What 进展情况 offers to choose from. */
export const PROGRESS = ['未启动', '进行中', '已完成', '逾期未完成', '需协调解决'] as const;

/** Where a field does not apply, unlike where the text is silent. */
const NONE = '—';

/** The table of all commitments of the speech. */
export function breakDown(library: Library, routes: Addresses): Breakdown {
  const groups: { name: string; rows: BreakdownRow[] }[] = [];
  library.commitments.forEach((commitment, i) => {
    const name = nameGroup(library, library.section(commitment.section));
    if (groups.at(-1)?.name !== name) groups.push({ name, rows: [] });
    groups.at(-1)!.rows.push(rowOf(library, routes, commitment, name, i + 1));
  });
  return { title: `《${library.speech.title}》任务分解表`, total: library.commitments.length, filters: [], groups };
}

/** Commitments that a reader sees under one heading (`''` for none), in the order in which they stand there. */
export interface Selection { readonly name: string; readonly ids: readonly string[] }

/**
 * The same table as a reader has made it: some commitments only, in other groups and order, numbered anew. One
 * that belongs to several groups stands in each.
 * @param selections what to show; ids that are not the table's are ignored
 * @param filters what they were chosen by, in the reader's words
 */
export function narrow(breakdown: Breakdown, selections: readonly Selection[], filters: readonly string[]): Breakdown {
  const known = new Map(rowsOf(breakdown).map((row) => [row.id, row]));
  let n = 0;
  const groups = selections
    .map(({ name, ids }) => ({ name, rows: ids.flatMap((id) => known.get(id) ?? []).map((row) => ({ ...row, n: ++n })) }))
    .filter(({ rows }) => rows.length > 0);
  return { ...breakdown, filters, groups };
}

/** Each commitment once, however many groups it stands in. */
export function onceEach(breakdown: Breakdown): BreakdownRow[] {
  return [...new Map(rowsOf(breakdown).map((row) => [row.id, row])).values()];
}

/** All rows, in order. */
export function rowsOf({ groups }: Breakdown): BreakdownRow[] {
  return groups.flatMap(({ rows }) => rows);
}

/** A row's cells in the order of `COLUMNS`; 进展情况 and 备注 are empty. */
export function cellsOf(row: BreakdownRow): string[] {
  const cells: Record<Field, string> = { ...row, n: String(row.n), progress: '', comment: '' };
  return COLUMNS.map(({ field }) => cells[field]);
}

/** `一、加快产业转型，着力提高发展质量效益（83项）` */
export function headingOf({ name, rows }: BreakdownGroup): string {
  return `${name}（${rows.length}项）`;
}

/** What stands between the title and the table: what is shown, how much of it is said, how to read it. */
export function notesOf(breakdown: Breakdown): string[] {
  const rows = onceEach(breakdown);
  const said = (field: 'targets' | 'deadline'): number => rows.filter((row) => row[field] !== words.silent).length;
  const named = rows.filter(({ lead, others }) => lead !== words.silent || others !== words.silent).length;
  return [
    breakdown.filters.length === 0
      ? `全部任务，共${rows.length}项。`
      : `筛选条件：${breakdown.filters.join('；')}。共${rows.length}项（全部任务${breakdown.total}项）。`,
    `其中有量化目标的${said('targets')}项，有完成时限的${said('deadline')}项，点名责任单位的${named}项。`
      + `“工作任务”一栏照录讲话原文；原文没有说的，写明“${words.silent}”。`
      + (rows.some(({ date }) => date !== null) ? '括号里的日期由编者依原话换算。' : ''),
  ];
}

/** The editors' remarks on rows, for below the table: `编者注（T228）：…`. */
export function remarksOf(breakdown: Breakdown): string[] {
  return onceEach(breakdown).flatMap(({ id, remark }) => (remark === null ? [] : [`${words.note}（${id}）：${remark}`]));
}

function rowOf(library: Library, routes: Addresses, commitment: Commitment, part: string, n: number): BreakdownRow {
  const { id, quote, range, section, targets, units, deadline, slogans, note } = commitment;
  const remarks = [note, deadline?.note].filter((remark) => typeof remark === 'string');
  return {
    n, id, quote,
    targets: describeTargets(targets),
    lead: nameUnits(units, ({ role }) => role === 'lead'),
    others: nameUnits(units, ({ role }) => role !== 'lead'),
    deadline: describeDeadline(deadline),
    date: deadline?.date ?? null,
    place: library.placeOf(range.line),
    address: `${routes.section(library.speech.id, library.section(section).slug)}#${anchors.commitment(id)}`,
    slogans: slogans.length === 0 ? NONE : slogans.map((slug) => library.slogan(slug).name).join('、'),
    part,
    remark: remarks.length === 0 ? null : remarks.join(''),
  };
}

/** The units of one column; only 配合 is said, as each column holds one other role. */
function nameUnits(units: readonly Unit[] | null, inColumn: (unit: Unit) => boolean): string {
  const own = (units ?? []).filter(inColumn);
  return own.length === 0 ? words.silent : own.map(({ name, role }) => (role === 'cooperating' ? `${name}（配合）` : name)).join('、');
}

function nameGroup(library: Library, { part, kind }: Section): string {
  if (part === null) return kind === 'opening' ? words.opening : words.closing;
  const { label, title } = library.parts[part - 1]!;
  return label + title;
}
