/** A site served as a web server would serve it, and what went over the wire. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compressSite } from '../scripts/compress.ts';
import { startServer } from '../scripts/server.ts';

export const TRAFFIC_KINDS = ['html', 'css', 'script', 'wasm', 'metadata', 'index', 'text', 'other'] as const;
export type TrafficKind = (typeof TRAFFIC_KINDS)[number];

export interface Sent { readonly path: string; readonly kind: TrafficKind; readonly bytes: number }

export interface CountedSite {
  readonly address: string;
  /** What was sent since the last call. */
  take(): Sent[];
  close(): Promise<void>;
}

/** Serves a compressed copy of `dir`, made below `work` under a name. */
export async function serveCounted(dir: string, work: string, name = 'served'): Promise<CountedSite> {
  const copy = join(work, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(dir, copy, { recursive: true });
  compressSite(copy);
  let sent: Sent[] = [];
  const { address, close } = await startServer({ dir: copy, port: 0, onAnswer: (path, bytes) => sent.push({ path, kind: kindOf(path), bytes }) });
  return {
    address,
    close,
    take: () => {
      // What the browser had already is not sent again.
      const taken = sent.filter(({ bytes }) => bytes > 0);
      sent = [];
      return taken;
    },
  };
}

/** What a path of a site brings. The catalogue and the cards are our texts, as the fragments are Pagefind's. */
function kindOf(path: string): TrafficKind {
  if (/\.pf_index$/.test(path)) return 'index';
  if (/\.pf_fragment$|\/search\/.*\.json$/.test(path)) return 'text';
  if (/\.pf_meta$|pagefind-entry\.json$|\.pf_filter$/.test(path)) return 'metadata';
  if (/\.pagefind$/.test(path)) return 'wasm';
  if (/\.js$/.test(path)) return 'script';
  if (/\.css$/.test(path)) return 'css';
  if (/\/$|\.html$/.test(path)) return 'html';
  return 'other';
}

export function bytesOf(sent: readonly Sent[], kind?: TrafficKind): number {
  return sent.filter((one) => kind === undefined || one.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);
}
