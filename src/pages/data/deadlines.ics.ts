/** /data/deadlines.ics */
import { deadlinesIcs } from '@/exports/ics.ts';
import { getLibrary } from '@/site/library.ts';
import { origin, routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> =>
  new Response(deadlinesIcs(await getLibrary(), routes, origin), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
