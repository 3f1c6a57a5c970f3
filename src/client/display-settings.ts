/**
 * `<display-settings>`: size of text and colours, remembered by this browser. The script in the head
 * applies them before the first paint; here they are set.
 */
import { CHOICES, memoryOf, type Choice } from '../site/appearance.ts';

class DisplaySettings extends HTMLElement {
  private button!: HTMLButtonElement;
  private panel!: HTMLElement;

  connectedCallback(): void {
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.textContent = this.dataset['label'] ?? '';
    this.button.setAttribute('aria-expanded', 'false');
    this.button.setAttribute('aria-controls', 'display-panel');
    this.button.addEventListener('click', () => this.toggle(this.panel.hidden === true));
    this.panel = document.createElement('div');
    this.panel.id = 'display-panel';
    this.panel.className = 'display-panel';
    this.panel.setAttribute('role', 'group');
    this.panel.setAttribute('aria-label', this.dataset['panelLabel'] ?? '');
    this.panel.hidden = true;
    this.panel.append(...CHOICES.map(drawChoice));
    this.append(this.button, this.panel);
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.panel.hidden) return;
      this.toggle(false);
      this.button.focus();
    });
    document.addEventListener('click', (event) => {
      if (!this.contains(event.target as Node)) this.toggle(false);
    });
    this.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.toggle(false);
    });
  }

  private toggle(open: boolean): void {
    this.panel.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
  }
}

function drawChoice({ attribute, label, options }: Choice): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = label;
  group.append(legend);
  const current = document.documentElement.getAttribute(attribute) ?? '';
  for (const [value, name] of options) {
    const option = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = attribute;
    input.value = value;
    input.checked = value === current;
    input.addEventListener('change', () => choose(attribute, value));
    option.append(input, name);
    group.append(option);
  }
  return group;
}

function choose(attribute: string, value: string): void {
  const root = document.documentElement;
  if (value) root.setAttribute(attribute, value);
  else root.removeAttribute(attribute);
  try {
    if (value) localStorage.setItem(memoryOf(attribute), value);
    else localStorage.removeItem(memoryOf(attribute));
  } catch {
    // Where a browser remembers nothing, the choice holds for this page.
  }
}

customElements.define('display-settings', DisplaySettings);
