/** Shows the terms whose name, in either language, holds what was typed. Nothing is sent anywhere. */
const input = document.querySelector<HTMLInputElement>('#find-term');
const status = document.querySelector<HTMLElement>('[data-terms-found]');
const none = document.querySelector<HTMLElement>('[data-no-term]');

function show(): void {
  const words = input?.value.trim().toLowerCase() ?? '';
  let count = 0;
  for (const letter of document.querySelectorAll<HTMLElement>('[data-letter]')) {
    let here = 0;
    for (const term of letter.querySelectorAll<HTMLElement>('[data-term]')) {
      const hit = term.dataset['term']?.includes(words) ?? false;
      term.hidden = !hit;
      if (hit) here += 1;
    }
    letter.hidden = here === 0;
    count += here;
  }
  if (none) none.hidden = count > 0;
  if (status)
    status.textContent = words ? (input?.dataset['found']?.replace('{count}', String(count)) ?? '') : '';
}
if (input) {
  input.addEventListener('input', show);
  // A link to a term outside what is shown brings all of them back.
  addEventListener('hashchange', () => {
    if (!document.querySelector(':target')?.closest('[hidden]')) return;
    input.value = '';
    show();
    document.querySelector(':target')?.scrollIntoView();
  });
}

/* A module of its own, so that its names are its own. */
export {};
