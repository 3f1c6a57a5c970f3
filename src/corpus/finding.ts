/** What the checks find wrong in the content: values that others decide how to print. */

/** The kinds of error, named once; tests and the manual refer to them. */
export const RULES = {
  syntax: '文件格式',
  schema: '字段不符',
  source: '原文校验',
  verbatim: '逐字核对',
  order: '章节次序',
  heading: '标题核对',
  duplicate: '编号重复',
  retired: '编号停用',
  unknown: '未定义',
  quote: '引文核对',
  deadline: '时限核对',
  words: '用语核对',
  directive: '要求覆盖',
  quotation: '引号覆盖',
  digits: '数字覆盖',
} as const;

export type Rule = keyof typeof RULES;

/** Steps from the top of a file to a field: `['commitments', 2, 'quote']`. */
export type Path = readonly (string | number)[];

export interface Finding {
  readonly rule: Rule;
  /** Path of the file below the project's root. */
  readonly file: string;
  readonly path: Path;
  /** What stands there. One or more lines. */
  readonly found: string;
  /** What would be right. */
  readonly expected: string;
}
