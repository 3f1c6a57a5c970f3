/**
 * `<print-options>`: what goes on paper. 原文, the text alone, or 任务对照, with the commitments' numbers in
 * the margin and their list after the text; on the page of the full text also which sections.
 *
 * The choice stands in the address (`print=tasks`, `sections=1-3,3-1`), so that it can be sent to
 * somebody. The print dialogue opens by the button only.
 */

type Mode = 'text' | 'tasks';

class PrintOptions extends HTMLElement {
  connectedCallback(): void {
    this.append(this.modes());
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = '打印';
    button.addEventListener('click', () => void drawCode().catch(() => undefined).then(() => window.print()));
    this.append(button);
    if (this.sections.length > 0) this.append(this.choices());
    this.fromAddress();
    window.addEventListener('popstate', () => this.fromAddress());
    if (this.sections.length > 0) window.addEventListener('load', () => setTimeout(() => void drawCode().catch(() => undefined), 500));
  }

  /** The sections that can be chosen: those of the page of the full text. */
  private get sections(): HTMLElement[] {
    return Array.from(document.querySelectorAll<HTMLElement>('[data-print-section]'));
  }

  private modes(): HTMLElement {
    const group = fieldset('打印内容');
    for (const [mode, label] of [['text', '原文'], ['tasks', '任务对照']] as [Mode, string][]) {
      group.append(choice('radio', 'print', mode, label, () => this.apply('push')));
    }
    return group;
  }

  private choices(): HTMLElement {
    const group = fieldset('勾选打印');
    const set = (checked: boolean): void => {
      this.inputs('sections').forEach((input) => { input.checked = checked; });
      this.apply(checked ? 'push' : null);
    };
    group.append(plainButton('全选', () => set(true)), plainButton('全不选', () => set(false)));
    for (const section of this.sections) {
      group.append(choice('checkbox', 'sections', section.dataset['printSection'] ?? '', section.getAttribute('aria-label') ?? '', () => this.apply('push')));
    }
    const box = document.createElement('div');
    box.className = 'sections';
    box.append(group);
    return box;
  }

  private inputs(name: string): HTMLInputElement[] {
    return Array.from(this.querySelectorAll<HTMLInputElement>(`input[name=${name}]`));
  }

  private fromAddress(): void {
    const state = new URLSearchParams(location.search);
    const mode: Mode = state.get('print') === 'tasks' ? 'tasks' : 'text';
    this.inputs('print').forEach((input) => { input.checked = input.value === mode; });
    const wanted = state.get('sections')?.split(',');
    this.inputs('sections').forEach((input) => { input.checked = !wanted || wanted.includes(input.value); });
    this.apply(null);
  }

  /** Shows what is chosen and writes it into the address. */
  private apply(history: 'push' | null): void {
    const mode = this.inputs('print').find(({ checked }) => checked)?.value ?? 'text';
    document.documentElement.dataset['print'] = mode;
    const inputs = this.inputs('sections');
    const chosen = new Set(inputs.filter(({ checked }) => checked).map(({ value }) => value));
    const shown = this.sections.filter((section) => chosen.has(section.dataset['printSection'] ?? ''));
    this.sections.forEach((section) => { section.hidden = !shown.includes(section); });
    nameParts(shown);
    const all = chosen.size === inputs.length;
    const what = document.querySelector('[data-provenance-what]');
    if (what && inputs.length > 0) {
      what.textContent = all ? '全文' : shown.map((section) => section.getAttribute('aria-label')).join('；');
    }
    if (history) {
      const state = new URLSearchParams(location.search);
      state.delete('print');
      state.delete('sections');
      if (mode === 'tasks') state.set('print', mode);
      if (!all && inputs.length > 0) state.set('sections', Array.from(chosen).join(','));
      const query = state.toString().replace(/%2C/g, ',');
      window.history.pushState(null, '', location.pathname + (query ? `?${query}` : '') + location.hash);
    }
    window.dispatchEvent(new Event('addresschange'));
  }
}

/** A section printed without its part's lead is headed by the part's name. */
function nameParts(shown: readonly HTMLElement[]): void {
  let named = '';
  for (const section of shown) {
    const part = section.dataset['part'] ?? '';
    const label = section.querySelector<HTMLElement>('[data-part-name]');
    if (label) label.hidden = part === named;
    named = part;
  }
}

/** Draws the QR code of the address beside the provenance; the library is loaded only now. */
async function drawCode(): Promise<void> {
  const footer = document.querySelector('[data-provenance]');
  const address = footer?.querySelector<HTMLElement>('[data-provenance-address]')?.dataset['provenanceAddress'];
  if (!footer || !address) throw new Error('<print-options> needs [data-provenance], with the address of the page.');
  const { encode } = await import('uqr');
  const { data, size } = encode(address, { border: 0 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', '本页网址的二维码');
  const dots = document.createElementNS(ns, 'path');
  dots.setAttribute('d', path);
  svg.append(dots);
  footer.querySelector('svg')?.remove();
  footer.prepend(svg);
}

function fieldset(name: string): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = name;
  group.append(legend);
  return group;
}

function plainButton(text: string, pressed: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = text;
  button.addEventListener('click', pressed);
  return button;
}

function choice(type: 'radio' | 'checkbox', name: string, value: string, text: string, changed: () => void): HTMLLabelElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = type;
  input.name = name;
  input.value = value;
  input.addEventListener('change', changed);
  label.append(input, text);
  return label;
}

customElements.define('print-options', PrintOptions);

export {};
