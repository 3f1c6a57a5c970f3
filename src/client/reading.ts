/** What pages of the text load. What only some readers need comes when they need it. */
import './outline-position.ts';
import './provenance.ts';
import './reading-tools.ts';

const asked = new URLSearchParams(location.search);
if (asked.has('q')) void import('./arrival.ts');

// The choices for paper stand at the end of a section, and come when the reader does; the page of the full text
// begins with them and loads them itself.
const end = document.querySelector('[data-page=section] .neighbours');
if (end) {
  const load = (): void => void import('./print-options.ts');
  if (asked.has('print')) load();
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    load();
  }, { rootMargin: '100%' }).observe(end);
  // Who prints by the keyboard presses a key before; the module is there by then.
  for (const sign of ['keydown', 'scroll']) window.addEventListener(sign, load, { once: true, passive: true });
}
