/** The words of an address that is not there are what somebody was looking for: they stand in the search box already. */
const box = document.querySelector<HTMLInputElement>('[data-not-found] input[name="q"]');

/** Nothing that could be a number, a code or a name of ours: only plain words. */
function wordsIn(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  let text = '';
  try {
    text = decodeURIComponent(last);
  } catch {
    /* an address of another kind: no words */
  }
  return /^(\p{Script=Han}{2,20}|[a-z]{3,}(-[a-z]+){0,6})$/u.test(text) ? text.replaceAll('-', ' ') : '';
}

if (box && box.value === '') box.value = wordsIn(location.pathname);
