/** @throws when the file is not to be had */
export async function fetchJson<T>(address: string): Promise<T> {
  return readJson<T>(await fetch(address));
}

/** @throws when the answer is none */
export async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as T;
}
