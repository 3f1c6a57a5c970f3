/** /data/<speech>.txt: the sealed source, byte for byte. */
import type { APIRoute } from 'astro';
import { getLibrary } from '@/site/library.ts';

const sources = import.meta.glob<string>('/content/speeches/*/source.txt', { query: '?raw', import: 'default', eager: true });

export const getStaticPaths = async () => [{ params: { speech: (await getLibrary()).speech.id } }];

export const GET: APIRoute = ({ params }) =>
  new Response(sources[`/content/speeches/${params['speech']}/source.txt`]!, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
