/** /data/commitments.xlsx */
import { breakDown } from '@/exports/breakdown.ts';
import { breakdownXlsx } from '@/exports/xlsx.ts';
import { getLibrary } from '@/site/library.ts';
import { origin, routes } from '@/site/routes.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET = async (): Promise<Response> =>
  new Response(await breakdownXlsx(breakDown(await getLibrary(), routes), origin), { headers: { 'content-type': TYPE } });
