/**
 * On paper a page says where it comes from: the address as it is read, which the build cannot know.
 * Who changes the address without leaving the page says so by `addresschange`, and needs nothing from here.
 */
function writeAddress(): void {
  const address = document.querySelector('[data-provenance-address]');
  if (address) address.textContent = decodeURI(location.href.split('#')[0]!);
}

writeAddress();
for (const change of ['addresschange', 'popstate']) window.addEventListener(change, writeAddress);

export {};
