/**
 * A small preview of a slogan at its links: by hover, focus or touch. It is loaded at the first link that is
 * pointed at. Without it, the link is a link.
 */

const POINTING = ['mouseover', 'focusin', 'touchstart'] as const;

export function listenForPreviews(): void {
  const pointed = (event: Event): void => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-slogan]');
    if (!link) return;
    POINTING.forEach((kind) => document.removeEventListener(kind, pointed));
    let pressed = false;
    // A touch shows the preview, even when the press is over before that is here.
    if (event.type === 'touchstart') {
      link.addEventListener('click', (click) => {
        click.preventDefault();
        pressed = true;
      }, { once: true });
    }
    import('./slogan-panel.ts').then(({ begin }) => begin(event, pressed)).catch(() => {
      if (pressed) location.assign(link.href);
    });
  };
  POINTING.forEach((kind) => document.addEventListener(kind, pointed, { passive: true }));
}
