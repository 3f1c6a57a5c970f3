/** Before the first paint: what the reader chose, and what the page begins with, as attributes of `<html>` that styles look at. */
import { CHOICES } from '../site/appearance.ts';

export function applyAppearance(root: HTMLElement): void {
  root.setAttribute('data-script', '');
  if (location.search) root.setAttribute('data-query', '');
  applyChoices(root);
  // Who comes back to a page finds it as it was left, and may have chosen since; or has the site in another window.
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) applyChoices(root); });
  window.addEventListener('storage', () => applyChoices(root));
}

function applyChoices(root: HTMLElement): void {
  for (const { attribute, memory, options } of CHOICES) {
    const value = recall(memory);
    if (value && options.some(([known]) => known === value)) root.setAttribute(attribute, value);
    else root.removeAttribute(attribute);
  }
}

/** Some browsers forbid a page to remember anything. */
function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
