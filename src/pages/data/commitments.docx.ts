/** /data/commitments.docx */
import { breakDown } from '@/exports/breakdown.ts';
import { breakdownDocx } from '@/exports/docx/breakdown.ts';
import { getLibrary } from '@/site/library.ts';
import { origin, routes } from '@/site/routes.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET = async (): Promise<Response> =>
  new Response(await breakdownDocx(breakDown(await getLibrary(), routes), origin), { headers: { 'content-type': TYPE } });
