/**
 * What a department sets for its site. Government pages carry these as `<meta>` elements
 * (政府网站发展指引, 附件2 网页标签规范); what is `null` is left out.
 */
export const config = {
  /** 网站名称 */
  siteName: '落实',
  /** 网站域名, without protocol. */
  siteDomain: null as string | null,
  /** 政府网站标识码 */
  siteIdCode: null as string | null,
  /** 栏目名称 and what describes it. */
  columnName: '讲话全文与任务分解',
  columnType: '重要讲话',
  columnKeywords: '讲话,任务分解,提法,督查,落实',
  columnDescription: '讲话原文逐字呈现，提法与具体任务逐条对应，可检索、可引用、可打印。',
  /** 发布日期 of the column, `YYYY-MM-DD`. */
  pubDate: null as string | null,
  /** 来源 */
  contentSource: null as string | null,
};
