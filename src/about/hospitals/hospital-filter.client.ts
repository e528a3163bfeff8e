/**
 * One city at a time. The address carries the choice, so that Back and a shared link work; without a script the links lead
 * to the city on the same page.
 */
export {};

const cities = [...document.querySelectorAll<HTMLElement>('[data-city]')];
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-city-link]')];
const all = document.querySelector<HTMLElement>('[data-all]');
const said = document.querySelector<HTMLElement>('[data-shown]');

function show(): void {
  const chosen = cities.find(({ id }) => `#${id}` === location.hash);
  for (const city of cities) city.hidden = chosen !== undefined && city !== chosen;
  for (const link of links)
    if (chosen && link.hash === location.hash) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  const everything = all?.querySelector('a');
  if (chosen) everything?.removeAttribute('aria-current');
  else everything?.setAttribute('aria-current', 'true');
  if (said && chosen)
    said.textContent = (said.dataset['shown'] ?? '').replace('{city}', chosen.dataset['city'] ?? '');
}

/** Changes the address without the jump a fragment makes: the list is right below. */
function choose(event: MouseEvent): void {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  if (link.hash !== location.hash) history.pushState(null, '', link.hash);
  show();
}

if (all) all.hidden = false;
for (const link of [...links, ...(all?.querySelectorAll('a') ?? [])]) link.addEventListener('click', choose);
addEventListener('popstate', show);
addEventListener('hashchange', show);
show();
