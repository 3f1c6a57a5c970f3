/** For the two files whose names stay when their content changes: an old one out of the cache would not fit the others. */
export function fetchFresh(address: string): Promise<Response> {
  return fetch(address, { cache: 'no-cache' });
}

/** @throws when the file is not to be had */
export async function fetchJson<T>(address: string): Promise<T> {
  return readJson<T>(await fetch(address));
}

/** @throws when the answer is none */
export async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as T;
}
