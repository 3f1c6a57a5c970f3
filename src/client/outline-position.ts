/** The outline follows the reading position: the item that is read carries `aria-current="location"`. */

/** An item is read from where its first line has come up to this share of the window's height. */
const READING_LINE = 0.3;

export function followReading(): void {
  const outline = document.querySelector('.outline');
  if (!outline) return;
  const entries = Array.from(outline.querySelectorAll<HTMLAnchorElement>('.items a'), (link) => {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) throw new Error(`The outline points at ${link.hash}, which is not on this page.`);
    return { link, place };
  });
  const follow = (): void => {
    const line = window.innerHeight * READING_LINE;
    const passed = entries.filter(({ place }) => place.getBoundingClientRect().top <= line);
    const current = passed[passed.length - 1]?.link;
    for (const { link } of entries) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    if (!current) return;
    const { top, bottom } = current.getBoundingClientRect();
    const box = outline.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) outline.scrollTop += top - box.top - box.height / 2;
  };
  // The watched region reaches from far above down to the line, so that every way of crossing it is noticed.
  const observer = new IntersectionObserver(follow, { rootMargin: `1000000px 0px -${100 - READING_LINE * 100}% 0px` });
  entries.forEach(({ place }) => observer.observe(place));
}
