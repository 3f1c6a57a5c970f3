/** The closed vocabularies: the code that content and data use, and the word that readers see. */

export const COMMITMENT_KINDS = { target: '目标', task: '任务', conduct: '作风与要求' } as const;

export const DEADLINE_TYPES = { explicit: '明确日期', relative: '相对期限', continuing: '持续推进' } as const;

export const OPERATORS = { '=': '等于', '>=': '不低于', '<=': '不高于', '>': '高于', '<': '低于' } as const;

export const UNIT_ROLES = { lead: '牵头', responsible: '责任', cooperating: '配合' } as const;

export const FIGURE_ROLES = {
  result: '结果', target: '目标', ranking: '位次', comparison: '比较', scope: '范围',
} as const;

export const SET_ASIDE_REASONS = {
  situation: '形势判断', significance: '意义论述', achievement: '成绩回顾', problem: '问题剖析',
  covered: '已由任务概括', structure: '结构性用语',
} as const;

export const QUOTATION_USES = { emphasis: '强调', metaphor: '比喻', citation: '引语', name: '名称' } as const;

export const SLOGAN_KINDS = {
  goal: '目标', path: '路径', initiative: '举措', principle: '理念', conduct: '作风', problem: '问题描述',
} as const;

export const EXPANSION_TYPES = { text: '原文展开', common: '通行释义', none: '原文未展开' } as const;

export type CommitmentKind = keyof typeof COMMITMENT_KINDS;
export type DeadlineType = keyof typeof DEADLINE_TYPES;
export type Operator = keyof typeof OPERATORS;
export type UnitRole = keyof typeof UNIT_ROLES;
export type FigureRole = keyof typeof FIGURE_ROLES;
export type SetAsideReason = keyof typeof SET_ASIDE_REASONS;
export type QuotationUse = keyof typeof QUOTATION_USES;
export type SloganKind = keyof typeof SLOGAN_KINDS;
export type ExpansionType = keyof typeof EXPANSION_TYPES;
