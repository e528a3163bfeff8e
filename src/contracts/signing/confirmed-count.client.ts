/** The bar says how many clauses are confirmed, as they are ticked; without a script it says what was last sent. */
const confirmedWords = document.querySelector<HTMLElement>('[data-confirmed]');
const signForm = document.querySelector<HTMLFormElement>('#sign-form');

const countConfirmed = (): void => {
  if (!confirmedWords || !signForm) return;
  const ticked = signForm.querySelectorAll('input[name^="confirm."]:checked').length;
  confirmedWords.textContent = (confirmedWords.dataset['confirmed'] ?? '').replace('{n}', String(ticked));
};

signForm?.addEventListener('change', countConfirmed);
// Coming back, the browser puts the ticks where they were.
window.addEventListener('pageshow', countConfirmed);
