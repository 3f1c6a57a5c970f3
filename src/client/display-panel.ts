/**
 * The panel of `<display-settings>`: size of text and colours, remembered by this browser. The script of the
 * page applies them before the first paint (`apply-appearance.ts`); here they are set.
 */
import type { Choice } from '../site/appearance.ts';

export class DisplayPanel {
  private readonly button: HTMLButtonElement;
  private readonly choices: readonly Choice[];
  private readonly panel = document.createElement('div');

  /** Draws the panel at the end of `host`, and opens it. */
  constructor(host: HTMLElement, button: HTMLButtonElement, choices: readonly Choice[]) {
    this.button = button;
    this.choices = choices;
    this.panel.id = 'display-panel';
    this.panel.className = 'display-panel';
    this.panel.setAttribute('role', 'group');
    this.panel.setAttribute('aria-label', '显示设置');
    host.append(this.panel);
    button.setAttribute('aria-controls', this.panel.id);
    button.addEventListener('click', () => this.toggle(this.panel.hidden === true));
    host.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.panel.hidden) return;
      this.toggle(false);
      button.focus();
    });
    document.addEventListener('click', (event) => {
      if (!host.contains(event.target as Node)) this.toggle(false);
    });
    host.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !host.contains(event.relatedTarget as Node)) this.toggle(false);
    });
    this.toggle(true);
  }

  private toggle(open: boolean): void {
    if (open) this.panel.replaceChildren(...this.choices.map(drawChoice)); // As they are now.
    this.panel.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
  }
}

function drawChoice({ attribute, memory, label, options }: Choice): HTMLFieldSetElement {
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
    input.addEventListener('change', () => choose(attribute, memory, value));
    option.append(input, name);
    group.append(option);
  }
  return group;
}

function choose(attribute: string, memory: string, value: string): void {
  const root = document.documentElement;
  if (value) root.setAttribute(attribute, value);
  else root.removeAttribute(attribute);
  try {
    if (value) localStorage.setItem(memory, value);
    else localStorage.removeItem(memory);
  } catch {
    // Where a browser remembers nothing, the choice holds for this page.
  }
}
