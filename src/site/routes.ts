/** The addresses of this site: the one place that knows its base path. */
import { addressesUnder } from './addresses.ts';

export const routes = addressesUnder(import.meta.env.BASE_URL);

export { anchors } from './addresses.ts';
