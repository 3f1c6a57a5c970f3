/** The addresses of this site: the one place that knows its base path. */
import { addressesUnder } from './addresses.ts';

export const routes = addressesUnder(import.meta.env.BASE_URL);

/** `https://…` where the build is told the site's domain (`--site`), else `null`: only then can a file link back. */
export const origin: string | null = import.meta.env.SITE ? new URL(import.meta.env.SITE).origin : null;

export { anchors } from './addresses.ts';
