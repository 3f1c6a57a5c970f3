/**
 * `<reading-tools>`: reading aloud, from the beginning or from any paragraph. The voice is the browser's;
 * what reads is loaded when somebody asks for it.
 */
export class ReadingTools extends HTMLElement {
  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return;
    const text = this.closest('.text');
    if (!text) throw new Error('<reading-tools> stands inside the text that it reads.');
    this.append(this.button(null));
    text.querySelectorAll<HTMLElement>('.line > .copy').forEach((copy) => {
      const paragraph = copy.parentElement?.querySelector<HTMLElement>('[data-paragraph]');
      if (!paragraph) throw new Error('.copy has no [data-paragraph] beside it.');
      copy.append(this.button(paragraph, copy.querySelector('a')!.text));
    });
  }

  private button(from: HTMLElement | null, place = ''): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '朗读';
    if (from) button.setAttribute('aria-label', `从这段朗读：${place}`);
    button.addEventListener('click', () => {
      void import('./read-aloud.ts').then(({ readAloud }) => readAloud(from, button));
    });
    return button;
  }
}
