/** While the payment result is awaited: looks again every few seconds and shows the page anew only when it says something new. */
const LOOK_EVERY = 3000;
const LOOKS = 40;

const here = document.querySelector<HTMLElement>('[data-awaits]');

async function said(): Promise<string | undefined> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector<HTMLElement>('[data-standing]')?.dataset['standing'];
}

async function look(left: number): Promise<void> {
  try {
    const now = await said();
    if (now !== undefined && now !== here?.dataset['standing']) return location.reload();
  } catch {
    // No network for a moment: the next look may have it.
  }
  if (left > 0) setTimeout(() => void look(left - 1), LOOK_EVERY);
}

if (here) setTimeout(() => void look(LOOKS), LOOK_EVERY);
