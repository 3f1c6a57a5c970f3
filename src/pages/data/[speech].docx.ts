/** /data/<speech>.docx */
import { speechDocx } from '@/exports/docx/speech.ts';
import { getLibrary } from '@/site/library.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const getStaticPaths = async () => [{ params: { speech: (await getLibrary()).speech.id } }];

export const GET = async (): Promise<Response> =>
  new Response(await speechDocx(await getLibrary()), { headers: { 'content-type': TYPE } });
