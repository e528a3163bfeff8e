/**
 * What was read on this device, and nowhere else: a list of names in local storage. An article counts as read when its end
 * has been on the screen.
 */
const KEY = 'read-articles';

function remembered(): Set<string> {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set(); // storage is off, or holds something else
  }
}

function remember(slug: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...remembered().add(slug)]));
  } catch {
    /* then it is forgotten with the page */
  }
}

function show(): void {
  const read = remembered();
  for (const item of document.querySelectorAll<HTMLElement>('[data-article]')) {
    if (!read.has(item.dataset['article'] ?? '')) continue;
    if (item.classList.contains('todo')) item.classList.replace('todo', 'done');
    const mark = item.querySelector('[data-read-mark]');
    if (mark) mark.textContent = ` · ${item.dataset['read'] ?? ''}`;
  }
}
show();

const end = document.querySelector<HTMLElement>('[data-article-end]');
if (end)
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    remember(end.dataset['articleEnd'] ?? '');
    show();
  }).observe(end);

/* A module of its own, so that its names are its own. */
export {};
