/**
 * `<continue-reading>`: where a reader left off, remembered by this browser while reading and offered
 * later. A page never jumps by itself.
 */
interface Place { readonly address: string; readonly name: string }

const MEMORY = 'luoshi-place';
/** Time for the eye to rest before a place counts as read. */
const REST = 800;

export class ContinueReading extends HTMLElement {
  private readonly paragraphs = Array.from(document.querySelectorAll<HTMLElement>('.line > [data-paragraph]'));

  connectedCallback(): void {
    const place = recall();
    const arrived = location.hash !== '' || location.search !== '';
    if (place && !arrived && this.wants(place)) this.offer(place);
    if (this.paragraphs.length === 0) return;
    let timer = 0;
    window.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => this.remember(), REST);
    }, { passive: true });
  }

  /** On a section's page only its own place is offered, unless it is the beginning: who opened another section wants that one. */
  private wants({ address }: Place): boolean {
    const [page, anchor] = address.split('#');
    return this.paragraphs.length === 0 || (page === location.pathname && anchor !== this.paragraphs[0]!.id);
  }

  /** The paragraph in the upper part of the window is the one that is read. */
  private remember(): void {
    const read = this.paragraphs.filter((paragraph) => paragraph.getBoundingClientRect().top < window.innerHeight / 3);
    const link = read[read.length - 1]?.parentElement?.querySelector<HTMLAnchorElement>('.copy > a');
    if (!link) return;
    try {
      localStorage.setItem(MEMORY, JSON.stringify({ address: link.pathname + link.hash, name: link.text }));
    } catch {
      // Nothing is remembered where the browser forbids it.
    }
  }

  private offer({ address, name }: Place): void {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = `接着读：${name}`;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '关闭';
    [link, close].forEach((way) => way.addEventListener('click', () => { this.hidden = true; }));
    this.append(link, close);
    this.className = 'found-bar';
  }
}

function recall(): Place | null {
  try {
    const place = JSON.parse(localStorage.getItem(MEMORY) ?? 'null') as Place | null;
    return place && typeof place.address === 'string' && typeof place.name === 'string' ? place : null;
  } catch {
    return null;
  }
}
