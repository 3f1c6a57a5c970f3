/** `/` puts the cursor into the page's search field. */
export function listenForSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const field = document.querySelector<HTMLInputElement>('[data-search-key="/"]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
