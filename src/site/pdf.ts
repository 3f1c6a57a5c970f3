/** Addresses of PDF files that this build has, by name; see `build/pdf-files.ts`. */
import { pdfFiles } from '../build/pdf-files.ts';
import { routes } from './routes.ts';

let known: ReadonlySet<string> | undefined;

/** The address of a PDF file, or `null` where this build has none of that name. */
export function pdfAddress(name: string): string | null {
  known ??= new Set(pdfFiles(process.cwd(), routes.home));
  return known.has(name) ? routes.file(`pdf/${name}`) : null;
}
