/** Commitments' fields in words: one wording for pages, tables and files. */
import type { Commitment, Deadline, Target, Unit } from '../corpus/commitment.ts';
import { UNIT_ROLES } from '../corpus/vocabulary.ts';
import { words } from '../words.ts';

const SIGNS = { '=': '', '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const;

/** `10月底前（2022-10-31，年份据他处原文）`, or 原文未明确. A date whose year the words do not name says so. */
export function describeDeadline(deadline: Deadline | null): string {
  if (deadline === null) return words.silent;
  if (deadline.date === null) return deadline.text;
  return `${deadline.text}（${deadline.date}${deadline.yearFromSpeech ? `，${words.yearInferred}` : ''}）`;
}

/** `完成总规修编的县（市）：9县（市）` */
export function describeTarget({ metric, op, value, unit }: Target): string {
  return `${metric}：${SIGNS[op]}${value}${unit}`;
}

/** The targets, or 原文未明确. */
export function describeTargets(targets: readonly Target[]): string {
  return targets.length === 0 ? words.silent : targets.map(describeTarget).join('；');
}

/** `市政府（责任）、发改（责任）`, or 原文未明确. */
export function describeUnits(units: readonly Unit[] | null): string {
  return units === null ? words.silent : units.map(({ name, role }) => `${name}（${UNIT_ROLES[role]}）`).join('、');
}

/** Whether a commitment can be checked off: it says a number, a day or somebody. */
export function concreteness(commitments: readonly Commitment[]): { total: number; withTarget: number; withDeadline: number; withUnit: number } {
  return {
    total: commitments.length,
    withTarget: commitments.filter(({ targets }) => targets.length > 0).length,
    withDeadline: commitments.filter(({ deadline }) => deadline !== null).length,
    withUnit: commitments.filter(({ units }) => units !== null).length,
  };
}
