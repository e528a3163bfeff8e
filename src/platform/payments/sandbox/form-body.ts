/** Stripe's request bodies: `line_items[0][price_data][currency]=cny`, decoded into a tree of strings. */
export type FormTree = { [key: string]: string | FormTree };

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

export function readForm(body: string): FormTree {
  const root: FormTree = Object.create(null) as FormTree;
  for (const [name, value] of new URLSearchParams(body)) {
    const path = [
      name.replace(/\[.*$/s, ''),
      ...[...name.matchAll(/\[([^\]]*)\]/g)].map((part) => part[1] ?? ''),
    ];
    if (path.some((key) => RESERVED.has(key))) continue;
    let here = root;
    for (const [depth, raw] of path.entries()) {
      // `expand[]=x` appends.
      const key = raw === '' ? String(Object.keys(here).length) : raw;
      if (depth === path.length - 1) here[key] = value;
      else {
        const inside = here[key];
        here = typeof inside === 'object' ? inside : (here[key] = Object.create(null) as FormTree);
      }
    }
  }
  return root;
}

export const textAt = (tree: FormTree, ...path: string[]): string | undefined => {
  let here: string | FormTree | undefined = tree;
  for (const key of path) here = typeof here === 'object' ? here[key] : undefined;
  return typeof here === 'string' ? here : undefined;
};

export const treeAt = (tree: FormTree, ...path: string[]): FormTree => {
  let here: string | FormTree | undefined = tree;
  for (const key of path) here = typeof here === 'object' ? here[key] : undefined;
  return typeof here === 'object' ? here : {};
};

/** Only the flat strings of a tree, as Stripe keeps metadata. */
export const stringsOf = (tree: FormTree): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tree).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
