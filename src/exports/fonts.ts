/** The fonts of GB/T 9704-2012, by the names that Chinese offices have them installed under. */
export const FONTS = {
  /** 小标宋, for titles. */
  title: '方正小标宋简体',
  /** 黑体, for 一、 */
  hei: '黑体',
  /** 楷体, for （一） */
  kai: '楷体_GB2312',
  /** 仿宋, for text. */
  body: '仿宋_GB2312',
  /** 宋体, for page numbers. */
  song: '宋体',
} as const;
