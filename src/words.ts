/** The words that pages share. Closed vocabularies of the content stand in `corpus/vocabulary.ts`; what a script draws, it says itself. */
export const words = {
  skip: '跳到正文',
  here: '当前位置',
  home: '首页',
  speech: '讲话',
  full: '全文',
  commitments: '任务',
  slogans: '提法',
  figures: '数据',
  deadlines: '时限',
  units: '责任单位',
  verify: '核验',
  search: '检索',
  searchField: '检索讲话、任务、提法',
  searchHint: '按 / 键直接输入',
  outline: '本讲话',
  previous: '上一节',
  next: '下一节',
  previousOne: '上一项',
  nextOne: '下一项',
  previousPlace: '上一栏',
  nextPlace: '下一栏',
  silent: '原文未明确',
  yearInferred: '年份据他处原文',
  note: '编者注',
  backToWords: '回到原文',
  opening: '开篇',
  closing: '结束语',
} as const;

/** `3项`, in the interface's way. */
export const count = (n: number, measureWord: string): string => `${n} ${measureWord}`;
