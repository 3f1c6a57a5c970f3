/**
 * `[data-print-page]`: a button that opens the print dialogue, which nothing else does. And the address
 * that the paper names: the one that the reader is at, with what is chosen there.
 */

/** Writes the address of the page, as it is now, into where the paper comes from. */
export function sign(): void {
  const address = document.querySelector('[data-provenance-address]');
  if (address) address.textContent = decodeURI(location.href.split('#')[0]!);
}

document.addEventListener('click', (event) => {
  if ((event.target as Element | null)?.closest?.('[data-print-page]')) window.print();
});

sign();
