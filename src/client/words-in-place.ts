/**
 * `<details class="in-place">`: opens to the paragraph that a commitment's words stand in: the one around the
 * place that the link inside leads to. It is fetched from the page of its section, where the one text stands;
 * when that fails the link is still there.
 */

const pages = new Map<string, Promise<Document>>();

// `toggle` does not bubble; captured at the document it serves rows that are made later, too.
document.addEventListener('toggle', (event) => {
  const details = event.target as HTMLDetailsElement;
  if (!details.matches('details.in-place') || !details.open || details.dataset['filled'] !== undefined) return;
  details.dataset['filled'] = '';
  fill(details).catch(() => { delete details.dataset['filled']; });
}, true);

async function fill(details: HTMLDetailsElement): Promise<void> {
  const link = details.querySelector('a');
  if (!link) throw new Error('A <details class="in-place"> needs a link to the words inside it.');
  const page = await fetchPage(link.href.split('#')[0]!);
  const id = decodeURIComponent(link.hash.slice(1));
  const paragraph = page.getElementById(id)?.closest('[data-paragraph]');
  if (!paragraph) throw new Error(`${link.href} leads into no paragraph.`);
  const text = document.createElement('p');
  text.append(...Array.from(document.importNode(paragraph, true).childNodes));
  text.querySelectorAll('[data-aside]').forEach((aside) => aside.remove());
  text.querySelectorAll('[id]').forEach((element) => element.removeAttribute('id'));
  text.querySelectorAll<HTMLElement>('[data-commitment]').forEach((mark) => {
    if (mark.dataset['commitment'] === id) mark.className = 'quote';
    else mark.replaceWith(...Array.from(mark.childNodes));
  });
  const source = document.createElement('footer');
  source.append(link);
  const passage = document.createElement('blockquote');
  passage.className = 'passage';
  passage.append(text, source);
  Array.from(details.children).forEach((child) => { if (child.tagName !== 'SUMMARY') child.remove(); });
  details.append(passage);
}

function fetchPage(address: string): Promise<Document> {
  let page = pages.get(address);
  if (!page) {
    page = fetch(address).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} for ${address}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    });
    page.catch(() => pages.delete(address));
    pages.set(address, page);
  }
  return page;
}

export {};
