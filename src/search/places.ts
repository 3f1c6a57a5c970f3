/** Where keys stand in the volumes, and who can say so. */

/** For each volume, the places in ascending order. */
export type Places = ReadonlyMap<number, readonly number[]>;

export const NOWHERE: Places = new Map();

/** An index: it knows all places of every key, or fails. */
export interface PlaceIndex {
  placesOf(key: string): Promise<Places>;
  /** Forgets what it remembers, so that the next answer costs what a first one does. For measurements. */
  forget(): void;
}

/** The places from which all words stand, each as far on as its offset says. */
export function joinPlaces(words: readonly { readonly offset: number; readonly places: Places }[]): Places {
  const size = (places: Places): number => [...places.values()].reduce((sum, own) => sum + own.length, 0);
  const [rarest, ...others] = words.map((word) => ({ ...word, size: size(word.places) })).sort((a, b) => a.size - b.size);
  const joined = new Map<number, number[]>();
  rarest?.places.forEach((own, volume) => {
    const starts = own.map((place) => place - rarest.offset)
      .filter((start) => others.every(({ offset, places }) => includes(places.get(volume), start + offset)));
    if (starts.length > 0) joined.set(volume, starts);
  });
  return joined;
}

function includes(places: readonly number[] | undefined, place: number): boolean {
  return places !== undefined && places[firstFrom(places, place)] === place;
}

/** The index of the first place at or after `from`. */
export function firstFrom(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
