/** /data/commitments.csv */
import { breakDown } from '@/exports/breakdown.ts';
import { breakdownCsv } from '@/exports/csv.ts';
import { getLibrary } from '@/site/library.ts';
import { origin, routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> =>
  new Response(breakdownCsv(breakDown(await getLibrary(), routes), origin), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
