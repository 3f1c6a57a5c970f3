/**
 * The shapes of the JSON files, said once: types for what writes them, and the JSON Schemas that are
 * published beside them for whoever reads them. A shape grows, and never changes what it has.
 */
import { z } from 'zod';
import {
  COMMITMENT_KINDS, DEADLINE_TYPES, EXPANSION_TYPES, FIGURE_ROLES, OPERATORS, UNIT_ROLES,
} from '../corpus/vocabulary.ts';

const text = (description: string) => z.string().min(1).describe(description);
const among = <const T extends Record<string, string>>(vocabulary: T, description: string) =>
  z.enum(Object.keys(vocabulary) as (keyof T & string)[])
    .describe(`${description}：${Object.entries(vocabulary).map(([code, name]) => `${code} ${name}`).join('、')}`);

const commitmentId = z.string().regex(/^T\d{3,}$/).describe('任务编号，给定后不再变动');
const section = z.string().regex(/^(opening|closing|[1-9]\d?(\.[1-9]\d?)?)$/).describe('所在的节：opening、1（部分的开头）、1.3、closing');
const url = z.string().regex(/^\/.*#.+$/).describe('原文所在的地址，相对于网站的根');
const quote = text('讲话原文，一字不改');

const speech = z.strictObject({
  id: text('讲话的标识，也是地址的一部分'),
  title: text('标题'),
  year: z.int().min(1).max(9999).describe('年份'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).describe('原文文件的 SHA-256'),
});

const commitment = z.strictObject({
  id: commitmentId,
  title: text('编者拟的短标题'),
  kind: among(COMMITMENT_KINDS, '类别'),
  section, url, quote,
  deadline: z.strictObject({
    text: text('原文里的期限'),
    type: among(DEADLINE_TYPES, '期限的类别'),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable().describe('明确日期；其他类别为 null'),
    yearInferred: z.boolean().describe('原话没有写年份，年份据讲话他处原文'),
  }).nullable().describe('完成时限；原文未明确时为 null'),
  targets: z.array(z.strictObject({
    text: text('原文里的目标'),
    metric: text('指标'),
    op: among(OPERATORS, '与目标值的关系'),
    value: z.number().describe('目标值'),
    unit: text('单位'),
  })).describe('量化目标；原文没有时为空'),
  units: z.array(z.strictObject({
    text: text('原文里的点名'),
    name: text('单位的称呼，照录原话'),
    role: among(UNIT_ROLES, '分工'),
  })).min(1).nullable().describe('责任单位；原文未明确时为 null'),
  slogans: z.array(text('提法的标识')).describe('所属提法'),
});

const commitments = z.strictObject({ speech, commitments: z.array(commitment) })
  .meta({ title: '任务', description: '讲话提出的任务、目标和要求，每项附原文。null 表示原文没有说。' });

const slogan = z.strictObject({
  slug: text('提法的标识，也是地址的一部分'),
  name: text('名称'),
  forms: z.array(text('原文里的一种写法')).min(1),
  expansion: z.strictObject({
    type: among(EXPANSION_TYPES, '展开的来源'),
    text: z.string().nullable().describe('通行释义，编者的话；其他来源为 null'),
    quotes: z.array(quote).describe('原文展开的引文'),
  }).describe('提法的含义'),
  occurrences: z.array(z.strictObject({ section, url, context: text('所在的句子，讲话原文') })).min(1),
  measures: z.array(commitmentId).describe('落实这一提法的任务'),
});

const slogans = z.array(slogan).meta({ title: '提法', description: '讲话里的提法，每次出现的位置和落实它的任务。' });

const figure = z.strictObject({
  section, url, quote,
  subject: text('主题'),
  metric: text('指标'),
  text: z.string().nullable().describe('原文不用数字时的写法；用数字时为 null'),
  value: z.number().describe('数值；原文不用数字时，由编者依原文写法换算'),
  unit: z.string().describe('单位；没有单位的数为空'),
  qualifier: z.string().nullable().describe('限定数值的话：超过、以上；没有时为 null'),
  period: z.string().nullable().describe('时间，原文的话；原文未明确时为 null'),
  role: among(FIGURE_ROLES, '性质'),
  against: z.string().nullable().describe('比较或排名的对象；没有时为 null'),
});

const figures = z.strictObject({ speech, figures: z.array(figure) })
  .meta({ title: '数据', description: '讲话说到的数，每条附原文。null 表示原文没有说。' });

export type CommitmentsFile = z.infer<typeof commitments>;
export type CommitmentRecord = z.infer<typeof commitment>;
export type SloganRecord = z.infer<typeof slogan>;
export type FiguresFile = z.infer<typeof figures>;

/** The JSON Schemas (draft 2020-12), by the name of the file they describe: `<name>.json` has `<name>.schema.json`. */
export const jsonSchemas: Readonly<Record<string, object>> = {
  commitments: z.toJSONSchema(commitments),
  slogans: z.toJSONSchema(slogans),
  figures: z.toJSONSchema(figures),
};
