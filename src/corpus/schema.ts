/**
 * The shape of every file under `content/`: what an editor may write, and in which words it is refused.
 *
 * Objects are strict: a misspelt field is an error, never silently dropped. Messages are what the
 * editor reads, so they are Chinese and say what would be right.
 */
import { z } from 'zod';
import { isCalendarDate } from './deadline.ts';
import {
  COMMITMENT_KINDS, DEADLINE_TYPES, EXPANSION_TYPES, FIGURE_ROLES, OPERATORS, QUOTATION_USES,
  SET_ASIDE_REASONS, SLOGAN_KINDS, UNIT_ROLES,
} from './vocabulary.ts';

const words = z.string({ error: '一段文字' }).trim().min(1, '一段文字，不能空着');
const among = <const T extends Record<string, string>>(vocabulary: T) => {
  const codes = Object.keys(vocabulary) as (keyof T & string)[];
  return z.enum(codes, { error: `下列之一：${codes.map((code) => `${code}（${vocabulary[code]}）`).join('、')}` });
};

/** Words of the speech that occur exactly once in their section. */
const quote = z.strictObject({
  /** The words, as they stand. */
  exact: words,
  /** Words right before them, when they stand in several places. */
  prefix: words.optional(),
  /** Words right after them, likewise. */
  suffix: words.optional(),
});

/** A quote that may stand in another section than the one it is written in. */
const quoteInSection = quote.extend({ section: words });

const commitmentId = z.string().regex(/^T\d{3,}$/, '字母 T 加三位以上数字的编号，如 T031');
/** Name of a slogan's file without `.yaml`; part of its address. */
export const sloganSlug = words.regex(/^[^\s/\\?#%"*<>|:]+$/, '提法文件的名字（不带 .yaml），不含空格和 / \\ ? # % 等符号');

/** When: the words, and a date only where they name one without doubt. */
const deadline = z.strictObject({
  text: words,
  type: among(DEADLINE_TYPES),
  date: z.string({ error: '日期，写作 2022-10-31' })
    .refine(isCalendarDate, '日历上有的日期，写作 2022-10-31').optional(),
  /** Where `text` stands when it is not inside the commitment's own quote. */
  basis: quote.optional(),
  /** An editor's remark, shown as such. */
  note: words.optional(),
});

/** To what number. */
const target = z.strictObject({
  text: words,
  metric: words,
  op: among(OPERATORS),
  value: z.number({ error: '一个数字' }),
  unit: words,
  basis: quote.optional(),
});

/** Whom the speech itself names. */
const unit = z.strictObject({
  text: words,
  name: words,
  role: among(UNIT_ROLES),
  basis: quote.optional(),
});

const commitment = z.strictObject({
  id: commitmentId,
  title: words,
  kind: among(COMMITMENT_KINDS),
  quote,
  deadline: deadline.nullable(),
  targets: z.array(target),
  units: z.array(unit).min(1, '至少一个单位；原文没有点名时写 null').nullable(),
  slogans: z.array(sloganSlug),
  note: words.optional(),
});

/** A number that the speech states. */
const figure = z.strictObject({
  quote,
  /** The words of the number where it is not in digits: 倒数第三位, 三分之一. */
  text: words.optional(),
  /** Heading it is listed under on /figures/. */
  subject: words,
  metric: words,
  value: z.number({ error: '一个数字' }),
  unit: z.string({ error: '单位；没有单位的数写 ""' }),
  /** Words that bound the value: 超过, 不到, 以上. */
  qualifier: words.optional(),
  /** The words that say when, and where they stand if not in the quote. `null` where the text is silent. */
  period: z.strictObject({ text: words, basis: quote.optional() }).nullable(),
  role: among(FIGURE_ROLES),
  /** Against what, for figures of the role `comparison` and `ranking`. */
  against: words.optional(),
}).refine(({ role, against }) => against !== undefined || (role !== 'comparison' && role !== 'ranking'), {
  path: ['against'], error: '与谁相比：role 为 comparison（比较）或 ranking（位次）时要写',
});

/** A day or year that the speech mentions and nobody has to meet. */
const dateMention = z.strictObject({ quote, about: words });

/** A directive clause that is no commitment, and why. */
const setAside = z.strictObject({
  quote,
  reason: among(SET_ASIDE_REASONS),
  /** The commitment that says the same, for the reason `covered`. */
  commitment: commitmentId.optional(),
});

/** A phrase in quotation marks that is no slogan. Holds for every place in the section. */
const quotation = z.strictObject({ text: words, as: among(QUOTATION_USES) });

/** An editor's word on a passage. */
const note = z.strictObject({ quote, text: words });

/** Frontmatter of one section's MDX file. */
export const sectionSchema = z.strictObject({
  number: z.string({ error: '带引号的编号，如 "1.3"' })
    .regex(/^(opening|closing|[1-9]\d?(\.[1-9]\d?)?)$/, 'opening、closing、"1" 或 "1.3" 这样的编号'),
  title: words,
  commitments: z.array(commitment),
  figures: z.array(figure).default([]),
  dates: z.array(dateMention).default([]),
  setAside: z.array(setAside).default([]),
  quotations: z.array(quotation).default([]),
  notes: z.array(note).default([]),
});

/** `speech.yaml`: what holds for the whole speech. */
export const speechSchema = z.strictObject({
  /** Given by the editor where the source has none; rests on words of the speech. */
  title: z.strictObject({ text: words, basis: quoteInSection }),
  occasion: z.strictObject({ text: words, basis: quoteInSection }),
  /** SHA-256 of source.txt, which seals it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 位十六进制的 SHA-256 值'),
  year: z.strictObject({
    value: z.int({ error: '四位数的年份' }),
    /** The words that the year rests on, and what they prove. */
    basis: z.array(quoteInSection.extend({ why: words })).min(1, '至少一处依据'),
  }),
  /** What the reader is told about `*`. */
  blanks: words,
  /** An editor's notes on the whole speech. */
  notes: z.array(words).default([]),
  /** Commitment ids that were given once and must not come back. */
  retired: z.array(commitmentId).default([]),
});

/** `content/slogans/<slug>.yaml` */
export const sloganSchema = z.strictObject({
  name: words,
  kind: among(SLOGAN_KINDS),
  /** Every surface form, as it stands in the text. */
  forms: z.array(words).min(1, '至少一种写法'),
  /** Longer words that contain a form and are not the slogan. */
  exclude: z.array(words).default([]),
  expansion: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), quotes: z.array(quoteInSection).min(1, '至少一处引文') }),
    z.strictObject({ type: z.literal('common'), text: words }),
    z.strictObject({ type: z.literal('none') }),
  ], { error: `type 为下列之一：${Object.entries(EXPANSION_TYPES).map(([code, name]) => `${code}（${name}）`).join('、')}` }),
  /** Slugs of the slogans that this one is part of. */
  partOf: z.array(sloganSlug).default([]),
  note: words.optional(),
});

export type SectionData = z.infer<typeof sectionSchema>;
export type SpeechData = z.infer<typeof speechSchema>;
export type SloganData = z.infer<typeof sloganSchema>;
