/** Serves the built site while the browser tests run; they find its address in the environment. `LUOSHI_DIST` names another build than `dist/`. */
import { startServer } from '../../scripts/server.ts';

export default async function serve(): Promise<() => Promise<void>> {
  const { address, close } = await startServer({ dir: process.env['LUOSHI_DIST'] ?? 'dist', port: 0 });
  process.env['LUOSHI_SITE'] = address;
  return close;
}
