/**
 * Deadlines: the words of the speech, and a date only where the words give one without doubt.
 *
 * “10月底前” names a day once the year is known; “5月份”, “3到5年” and “三季度” name none.
 */

export interface DatedWords {
  /** ISO 8601 calendar date. */
  readonly date: string;
  /** True where the words name no year and it comes from the speech's. */
  readonly yearFromSpeech: boolean;
}

/**
 * The one day that words name, or `null` where they name none.
 * @param words the speech's words, such as `10月底前`, `2021年底`, `7月9日`
 * @param year the year of the speech, for words that name none
 */
export function dateIn(words: string, year: number): DatedWords | null {
  const match =
    /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|(底|末))/.exec(words) ??
    /(?:(\d{4})|(?<![去前上])())年()()[底末]/.exec(words);
  if (!match) return null;
  const [, named, month, day] = match;
  const y = named ? Number(named) : year;
  const m = month ? Number(month) : 12;
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  const d = day ? Number(day) : lastDay;
  if (m < 1 || m > 12 || d < 1 || d > lastDay) return null;
  return { date: isoDate(y, m, d), yearFromSpeech: !named };
}

/** True for a day of the calendar written `YYYY-MM-DD`; `2022-02-30` is none. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function isoDate(y: number, m: number, d: number): string {
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
}
