/** /data/slogans.json */
import { slogansJson } from '@/exports/json.ts';
import { getLibrary } from '@/site/library.ts';
import { routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> => Response.json(slogansJson(await getLibrary(), routes));
