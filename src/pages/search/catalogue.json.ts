/** /search/catalogue.json: what can be found. The step `search-index` indexes these records and makes the catalogue of them. */
import { recordsOf } from '@/search/record.ts';
import { getLibrary } from '@/site/library.ts';
import { routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> => Response.json(recordsOf(await getLibrary(), routes));
