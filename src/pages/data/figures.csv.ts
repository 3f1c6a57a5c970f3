/** /data/figures.csv */
import { figuresCsv } from '@/exports/figures.ts';
import { getLibrary } from '@/site/library.ts';
import { origin, routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> =>
  new Response(figuresCsv(await getLibrary(), routes, origin), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
