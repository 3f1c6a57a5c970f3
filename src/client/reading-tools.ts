/**
 * `<reading-tools>`: reading aloud, from the beginning or from any paragraph. The voice is the browser's;
 * what reads is loaded when somebody asks for it.
 */
class ReadingTools extends HTMLElement {
  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return;
    const text = this.closest('.text');
    if (!text) throw new Error('<reading-tools> stands inside the text that it reads.');
    const { read = '', readFrom = '' } = this.dataset;
    this.append(this.button(read, read, null));
    text.querySelectorAll<HTMLElement>('.line > .copy').forEach((copy) => {
      const paragraph = copy.parentElement?.querySelector<HTMLElement>('[data-paragraph]');
      if (!paragraph) throw new Error('.copy has no [data-paragraph] beside it.');
      copy.append(this.button(read, `${readFrom}：${copy.dataset['place'] ?? ''}`, paragraph));
    });
  }

  private button(label: string, name: string, from: HTMLElement | null): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    if (name !== label) button.setAttribute('aria-label', name);
    button.addEventListener('click', () => {
      void import('./read-aloud.ts').then(({ readAloud }) => readAloud(from, button, this.dataset));
    });
    return button;
  }
}

customElements.define('reading-tools', ReadingTools);
