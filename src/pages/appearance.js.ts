/** The small script in every page's head: a file, because nothing is inline, and before the styles, so that nothing flickers. */
import { appearanceScript } from '@/site/appearance.ts';

export const GET = () => new Response(appearanceScript(), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
