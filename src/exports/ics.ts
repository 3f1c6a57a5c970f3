/**
 * The deadlines as a calendar (RFC 5545): those whose words name a day, and no others. Each is an all-day
 * event with an id of its own for good, so that importing a newer file mends the old entries.
 */
import ical, { ICalEventTransparency } from 'ical-generator';
import type { Library } from '../corpus/library.ts';
import { config } from '../site/config.ts';
import type { Addresses } from '../site/addresses.ts';
import { words } from '../words.ts';
import { STAMP } from './stamp.ts';

const DAY = 24 * 60 * 60 * 1000;

/** @param origin `https://…` of the site, or `null`: an event's URL must be absolute, and is left out then */
export function deadlinesIcs(library: Library, routes: Addresses, origin: string | null): string {
  const { speech } = library;
  const calendar = ical({
    name: `${words.deadlines}：${speech.title}`,
    prodId: { company: config.siteName, product: 'luoshi', language: 'ZH' },
  });
  for (const { id, title, quote, range, deadline } of library.commitments) {
    if (deadline === null || deadline.date === null) continue;
    const start = new Date(`${deadline.date}T00:00:00Z`);
    calendar.createEvent({
      id: `${id}.${speech.id}@luoshi`,
      stamp: STAMP,
      start, end: new Date(start.getTime() + DAY), allDay: true,
      summary: `${id} ${title}`,
      description: [
        `原文：“${quote}”`,
        `时限：${deadline.text}${deadline.yearFromSpeech ? `（${words.note}：原话没有写年份，${speech.year}年据讲话其他原文判断）` : ''}`,
        `出处：${speech.title}，${library.placeOf(range.line)}`,
      ].join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(origin === null ? {} : { url: origin + routes.commitment(id) }),
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
