/** `<copy-citation>`: buttons that copy the address or a citation of a passage. */
import { cite } from '../corpus/citation.ts';

class CopyCitation extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) throw new Error('<copy-citation> needs a link to the passage inside it.');
    const { place = '', linkLabel = '', citationLabel = '' } = this.dataset;
    this.append(
      this.button(linkLabel, `${linkLabel}：${place}`, () => link.href),
      this.button(citationLabel, `${citationLabel}：${place}`, () => cite(this.words(link), document.body.dataset['speechTitle'] ?? '', place)),
    );
  }

  /** The words at the anchor, without what is not the speech's. */
  private words(link: HTMLAnchorElement): string {
    if (this.dataset['quote'] !== undefined) return this.dataset['quote'];
    const passage = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!passage) throw new Error(`<copy-citation> points at ${link.hash}, which is not on this page.`);
    const copy = passage.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('[data-aside]').forEach((aside) => aside.remove());
    return copy.textContent ?? '';
  }

  private button(label: string, name: string, content: () => string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-label', name);
    button.addEventListener('click', () => {
      copyText(content()).then(
        () => this.say(button, label, this.dataset['done'] ?? ''),
        () => this.say(button, label, this.dataset['failed'] ?? ''),
      );
    });
    return button;
  }

  private say(button: HTMLButtonElement, label: string, answer: string): void {
    button.textContent = answer;
    button.setAttribute('data-answer', answer);
    announce(answer);
    setTimeout(() => {
      button.textContent = label;
      button.removeAttribute('data-answer');
    }, 2000);
  }
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

customElements.define('copy-citation', CopyCitation);
