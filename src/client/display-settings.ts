/**
 * `<display-settings>`: the button for how pages look. What it opens is loaded when somebody presses it;
 * the choices go along, since nothing shares a module with the script of every page.
 */
import { CHOICES } from '../site/appearance.ts';

export class DisplaySettings extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '显示';
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => {
      void import('./display-panel.ts').then(({ DisplayPanel }) => new DisplayPanel(this, button, CHOICES));
    }, { once: true });
    this.append(button);
  }
}
