/**
 * All the script every page has. Without it everything still works: the switch for large text, which nothing would remember, is
 * not there (public/no-script.css), and a second press of a button is made harmless by the server.
 */
const KEY = 'large-text';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false; // storage is switched off in some in-app browsers
  }
};

/** One at the top and, for whoever is signed in, one at the foot: they say the same. */
const boxes = document.querySelectorAll<HTMLInputElement>('[data-large-text]');
const apply = (on: boolean): void => {
  for (const box of boxes) box.checked = on;
  document.documentElement.dataset['text'] = on ? 'large' : 'normal';
};
apply(remembered());
for (const box of boxes)
  box.addEventListener('change', () => {
    apply(box.checked);
    try {
      localStorage.setItem(KEY, box.checked ? 'on' : 'off');
    } catch {
      /* then it holds for this page */
    }
  });

let sent = new WeakSet<HTMLFormElement>();
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
  // A submission that went nowhere (offline, stopped) must not lock the form for good.
  setTimeout(() => sent.delete(form), 8000);
});
// Coming back with the back button: the form may be sent again.
addEventListener('pageshow', () => {
  sent = new WeakSet();
});

document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
