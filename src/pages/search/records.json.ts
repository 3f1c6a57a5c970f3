/** /search/records.json: what can be found. The step `search-index` indexes it and adds Pagefind's names. */
import { recordsOf } from '@/search/record.ts';
import { getLibrary } from '@/site/library.ts';
import { routes } from '@/site/routes.ts';

export const GET = async (): Promise<Response> => Response.json(recordsOf(await getLibrary(), routes));
