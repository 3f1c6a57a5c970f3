/**
 * The preview of a slogan at its link. What it shows is a piece of the slogan's own page (`data-preview`),
 * fetched when it is asked for, so that there is one truth and no page carries what nobody looks at.
 */

const OPEN_AFTER = 250;
const CLOSE_AFTER = 300;

const pages = new Map<string, Promise<Node[]>>();
let panel: HTMLElement | null = null;
let current: HTMLAnchorElement | null = null;
let timer = 0;

/** The piece of the slogan's page that previews show. */
function fetchPreview(address: string): Promise<Node[]> {
  let known = pages.get(address);
  if (!known) {
    known = fetch(address).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} for ${address}`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const preview = page.querySelector('[data-preview]');
      if (!preview) throw new Error(`${address} has no [data-preview].`);
      preview.querySelectorAll('[id], [aria-labelledby]').forEach((element) => {
        element.removeAttribute('id');
        element.removeAttribute('aria-labelledby');
      });
      const title = document.createElement('strong');
      title.textContent = page.querySelector('h1')?.textContent ?? '';
      return [title, ...Array.from(preview.childNodes).map((node) => document.importNode(node, true))];
    });
    known.catch(() => pages.delete(address));
    pages.set(address, known);
  }
  return known;
}

async function open(link: HTMLAnchorElement): Promise<void> {
  if (current === link) return;
  close();
  current = link;
  let content: Node[];
  try {
    content = await fetchPreview(link.href);
  } catch {
    if (current === link) current = null;
    return; // The link still works as a link.
  }
  if (current !== link) return;
  panel = document.createElement('div');
  panel.className = 'preview';
  panel.id = 'slogan-preview';
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-label', `提法：${link.textContent ?? ''}`);
  panel.append(...content.map((node) => node.cloneNode(true)));
  const more = document.createElement('a');
  more.href = link.href;
  more.className = 'more';
  more.textContent = '查看提法与举措';
  panel.append(more);
  panel.addEventListener('mouseenter', () => clearTimeout(timer));
  panel.addEventListener('mouseleave', closeSoon);
  panel.addEventListener('focusout', (event) => {
    if (!panel?.contains(event.relatedTarget as Node | null)) closeSoon();
  });
  link.setAttribute('aria-describedby', panel.id);
  (link.closest('.line, .table-region, dl, p') ?? link).insertAdjacentElement('afterend', panel);
  place(link, panel);
}

/** Below the link where there is room, else above; never out of the window's sides. */
function place(link: HTMLElement, box: HTMLElement): void {
  const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const parent = (box.offsetParent ?? document.body).getBoundingClientRect();
  const room = document.documentElement.clientWidth - 16;
  const left = Math.max(16, Math.min(line.left, room - box.offsetWidth));
  const below = line.bottom + 8;
  const top = below + box.offsetHeight > window.innerHeight && line.top - box.offsetHeight > 8 ? line.top - box.offsetHeight - 8 : below;
  box.style.left = `${left - parent.left}px`;
  box.style.top = `${top - parent.top}px`;
}

function close(): void {
  clearTimeout(timer);
  current?.removeAttribute('aria-describedby');
  panel?.remove();
  panel = null;
  current = null;
}

function closeSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(close, CLOSE_AFTER);
}

function linkOf(event: Event): HTMLAnchorElement | null {
  return (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[data-slogan]') ?? null;
}

let touched = false;

document.addEventListener('touchstart', () => { touched = true; }, { passive: true });

function pointed(event: Event): void {
  const link = linkOf(event);
  if (!link || touched) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void open(link), OPEN_AFTER);
}

document.addEventListener('mouseover', pointed);

document.addEventListener('mouseout', (event) => {
  if (linkOf(event)) closeSoon();
});

function focused(event: Event): void {
  const link = linkOf(event);
  if (link && !touched) void open(link);
  else if (panel && !panel.contains(event.target as Node)) close();
}

document.addEventListener('focusin', focused);

// The first touch shows the preview, which holds the link; the second touch follows it.
document.addEventListener('click', (event) => {
  const link = linkOf(event);
  if (link && touched && current !== link) {
    event.preventDefault();
    void open(link);
  } else if (panel && !link && !panel.contains(event.target as Node)) close();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && panel) close();
});

/** What happened before this was here: the event that asked for it, and whether a touch has become a press since. */
export function begin(event: Event, pressed: boolean): void {
  touched = event.type === 'touchstart';
  const link = linkOf(event);
  if (pressed && link) void open(link);
  else if (link === document.activeElement) focused(event);
  else if (link?.matches(':hover')) pointed(event);
}
