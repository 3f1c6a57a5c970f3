/**
 * The moment that files carry where their format demands one. Not the clock's: the same content gives the
 * same bytes. It is the first moment that a ZIP archive can hold.
 */
export const STAMP = new Date(Date.UTC(1980, 0, 1));
