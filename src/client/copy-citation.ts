/**
 * `<copy-citation>`: buttons that copy the address or a citation of a passage, to which the link inside leads
 * and which it names. What copies is loaded when somebody presses one.
 */
export class CopyCitation extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) throw new Error('<copy-citation> needs a link to the passage inside it.');
    for (const [label, what] of [['复制链接', 'address'], ['复制引文', 'citation']] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.setAttribute('aria-label', `${label}：${link.text}`);
      button.addEventListener('click', () => {
        void import('./copy.ts').then(({ copy }) => copy(what, button, link, this.dataset['quote']));
      });
      this.append(button);
    }
  }
}
