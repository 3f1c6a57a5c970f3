/** Text as a cell that no spreadsheet takes for a formula. */

/** What begins a formula in Excel, WPS or LibreOffice: these signs, their full-width forms, and what is skipped before them. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * The text itself, or with an apostrophe before it where it would begin a formula. For every cell of every
 * CSV and XLSX file. The rule is OWASP's against CSV injection.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
