/** Copies the address of a passage, or a citation of it, and says so on the button that was pressed. */
import { cite } from '../corpus/citation.ts';

/**
 * @param link leads to the passage and names its place
 * @param quote the words to cite, where they do not stand at the anchor of this page
 */
export async function copy(what: 'address' | 'citation', button: HTMLButtonElement, link: HTMLAnchorElement, quote?: string): Promise<void> {
  const text = what === 'address' ? link.href : cite(quote ?? wordsAt(link), document.body.dataset['speechTitle'] ?? '', link.text);
  await copyText(text).then(() => say(button, '已复制'), () => say(button, '没有复制成，请手工选取'));
}

/** The words at the anchor, without what is not the speech's. */
function wordsAt(link: HTMLAnchorElement): string {
  const passage = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!passage) throw new Error(`<copy-citation> points at ${link.hash}, which is not on this page.`);
  const own = passage.cloneNode(true) as HTMLElement;
  own.querySelectorAll('[data-aside]').forEach((aside) => aside.remove());
  return own.textContent ?? '';
}

/** Intranets without https have no clipboard interface: there the old command does it. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('The browser refused to copy.');
}

function say(button: HTMLButtonElement, answer: string): void {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label; // Who presses twice must not read the answer as the label.
  button.textContent = answer;
  button.setAttribute('data-answer', answer);
  announce(answer);
  setTimeout(() => {
    button.textContent = label;
    button.removeAttribute('data-answer');
  }, 2000);
}

/** Tells a screen reader. One live region serves the page. */
function announce(message: string): void {
  let region = document.querySelector<HTMLElement>('[data-announce]');
  if (!region) {
    region = document.createElement('p');
    region.className = 'hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('data-announce', '');
    document.body.append(region);
  }
  region.textContent = message;
}
