/** Pages of the text, of tasks and of slogans are results of the search, and may carry its `q`; others have a `q` of their own. */
export function arrivedFromSearch(): boolean {
  return new URLSearchParams(location.search).has('q') && ['section', 'full', 'commitment', 'slogan'].includes(document.body.dataset['page'] ?? '');
}
