/** The faces that GB/T 9704-2012 names, by the names that offices have them installed under. */
export const PAPER_FACES = [
  { use: '标题（小标宋体）', names: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK'] },
  { use: '一级标题（黑体）', names: ['黑体', 'SimHei'] },
  { use: '二级标题（楷体）', names: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'] },
  { use: '正文（仿宋体）', names: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'] },
] as const;
