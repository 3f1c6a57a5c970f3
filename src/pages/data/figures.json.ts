/** /data/figures.json */
import { figuresJson } from '@/exports/json.ts';
import { getLibrary } from '@/site/library.ts';
import { routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> => Response.json(figuresJson(await getLibrary(), routes));
