/** /data/breakdown.json: the 任务分解表 as data, from which the browser exports what a filter shows. */
import { breakDown } from '@/exports/breakdown.ts';
import { getLibrary } from '@/site/library.ts';
import { routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> => Response.json(breakDown(await getLibrary(), routes));
