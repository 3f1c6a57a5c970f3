/** Serves the built site while the browser tests run; they find its address in the environment. */
import { startServer } from '../../scripts/server.ts';

export default async function serve(): Promise<() => Promise<void>> {
  const { address, close } = await startServer({ dir: 'dist', port: 0 });
  process.env['LUOSHI_SITE'] = address;
  return close;
}
