/** What every page must bear: a small phone with large text, forced colours, no motion, paper, and a keyboard alone. */
import type { Page } from '@playwright/test';

/** What stands beyond the right edge, named so that it can be found. */
export const beyondTheEdge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
          .map(
            (one) =>
              `${one.tagName}.${one.getAttribute('class') ?? ''} ${(one.textContent ?? '').trim().slice(0, 40)}`,
          )
          .slice(0, 5),
  );

/** Controls whose shape was only a background, which forced colours take away. */
const withoutAnEdge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, .btn, select, textarea, input:not([type="hidden"])')]
      .filter((one) => {
        const box = one.getBoundingClientRect();
        if (!one.checkVisibility({ opacityProperty: true }) || box.width < 4 || box.height < 4) return false;
        const style = getComputedStyle(one);
        const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
        const edged = sides.some(
          (side) =>
            style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
        );
        const native = style.appearance !== 'none' && !(one instanceof HTMLButtonElement);
        const underlined = style.textDecorationLine.includes('underline');
        return !edged && !native && !underlined && style.outlineStyle === 'none';
      })
      .map(
        (one) =>
          `${one.tagName}.${one.getAttribute('class') ?? ''} ${(one.textContent ?? '').trim().slice(0, 40)}`,
      ),
  );

/** What still moves for somebody who asked for no motion. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seconds = (list: string): number =>
      Math.max(
        ...list.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)),
      );
    return [...document.querySelectorAll('*')]
      .filter((one) => {
        const style = getComputedStyle(one);
        const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
        return animated || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth';
      })
      .map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`)
      .slice(0, 5);
  });

/** What paper has no use for, and what it needs. */
const onPaper = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const name = (one: Element): string =>
      `${one.tagName}.${one.getAttribute('class') ?? ''} ${(one.textContent ?? '').trim().slice(0, 40)}`;
    // Contents, and cells that say what there is, are worth reading; bars, filters and buttons are not.
    const useless = [
      ...document.querySelectorAll('nav:not(.cells, .contents), button, .btn, [type="submit"]'),
    ].filter(seen);
    const floating = [...document.querySelectorAll('body *')].filter(
      (one) => seen(one) && ['fixed', 'sticky'].includes(getComputedStyle(one).position),
    );
    const heading = document.querySelector('h1');
    return [
      ...useless.map((one) => `on paper: ${name(one)}`),
      ...floating.map((one) => `floats on paper: ${name(one)}`),
      ...(heading && seen(heading) ? [] : ['no heading on paper']),
    ].slice(0, 8);
  });

/** Everything that is wrong with the page as it stands; the page is left as it was found. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const found: string[] = [];
  const note = (what: string, faults: readonly string[]): void =>
    void found.push(...faults.map((fault) => `${what}: ${fault}`));
  await page.setViewportSize({ width: 320, height: 640 });
  note('wider than 320 px', await beyondTheEdge(page));
  await page.emulateMedia({ forcedColors: 'active' });
  note('no edge in forced colours', await withoutAnEdge(page));
  await page.emulateMedia({ forcedColors: null, reducedMotion: 'reduce' });
  note('moves', await moving(page));
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.emulateMedia({ reducedMotion: null, media: 'print' });
  note('print', [...(await onPaper(page)), ...(await beyondTheEdge(page))]);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
  return found;
}

/** Goes through the page with Tab alone and names what it cannot reach, what does not show it, and where it is caught. */
export async function keyboardFaultsOf(page: Page): Promise<readonly string[]> {
  const expected = await page.evaluate(() => {
    const groups = new Set<string>();
    const reachable = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex], [contenteditable]',
      ),
    ].filter((one) => {
      if (one.tabIndex < 0 || (one as HTMLButtonElement).disabled) return false;
      if (!one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      // One stop for the whole group: the chosen one, or the first.
      const group = `${one.form?.id ?? ''} ${one.form?.action ?? ''} ${one.name}`;
      if (groups.has(group)) return false;
      groups.add(group);
      return true;
    });
    const stops: HTMLElement[] = [];
    const name = (one: Element): string =>
      `${one.tagName}.${one.getAttribute('class') ?? ''} ${(one.textContent ?? '').trim().slice(0, 30)} ${one.getAttribute('name') ?? one.getAttribute('href') ?? ''}`;
    const outlined = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    /** On itself, on its label, or on the card whose name it is. */
    const shows = (one: HTMLElement): boolean => {
      if (outlined(one) || getComputedStyle(one).boxShadow !== 'none') return true;
      const around: Element[] = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [];
      for (let up = one.parentElement, n = 0; up !== null && n < 4; up = up.parentElement, n++)
        around.push(up);
      return around.some(outlined);
    };
    const dim: string[] = [];
    document.addEventListener('focusin', ({ target }) => {
      const one = target as HTMLElement;
      stops.push(one);
      if (!shows(one)) dim.push(name(one));
    });
    Object.assign(window, {
      keyboard: () => {
        const reached = (one: HTMLElement): boolean =>
          stops.includes(one) ||
          (one instanceof HTMLInputElement &&
            one.type === 'radio' &&
            stops.some(
              (stop) => stop instanceof HTMLInputElement && stop.name === one.name && stop.form === one.form,
            ));
        return [
          ...reachable.filter((one) => !reached(one)).map((one) => `not reached: ${name(one)}`),
          ...dim.map((one) => `focus does not show: ${one}`),
          // Past the end it begins anew at the first.
          ...(stops.length > 2 && stops.at(-1) === stops.at(-2) && stops.at(-1) !== stops[0]
            ? [`caught in: ${name(stops.at(-1)!)}`]
            : []),
        ];
      },
    });
    (document.activeElement as HTMLElement | null)?.blur();
    return reachable.length;
  });
  // All at once: the browser takes them one after the other, and nobody waits for each answer.
  const keys = await page.context().newCDPSession(page);
  const tab = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
  await Promise.all(Array.from({ length: expected + 2 }, () => keys.send('Input.dispatchKeyEvent', tab)));
  await keys.detach();
  return page.evaluate(() => (window as unknown as { keyboard: () => string[] }).keyboard());
}
