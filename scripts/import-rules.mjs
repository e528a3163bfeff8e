// @ts-check
/**
 * Who may import what, as one table, and the ESLint rule that enforces it, `.astro` front matter and scripts included.
 * docs/architecture.md explains the layers; tests/repo plants violations and expects each to be refused.
 */
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Folders of `src` that are not capabilities. */
const HOUSE_FOLDERS = new Set(['shared', 'platform', 'ui', 'content', 'pages', 'actions']);

/** Vendor SDKs live in exactly one place each. */
const VENDORS = /** @type {const} */ ([
  [/^stripe(\/|$)/, /^src\/platform\/payments\//, 'Stripe belongs to src/platform/payments'],
  [/^lucia$/, /^src\/accounts\/session\.ts$/, 'Lucia belongs to src/accounts/session.ts'],
  [/^@node-rs\/argon2$/, /^src\/accounts\//, 'argon2 belongs to src/accounts'],
  [/^@oslojs\/otp$/, /^(src\/staff\/totp\.ts$|tests\/)/, 'one-time codes belong to src/staff/totp.ts'],
  [
    /^@myriaddreamin\/typst/,
    /^src\/platform\/(pdf|pictures)\//,
    'Typst belongs to src/platform/pdf and src/platform/pictures',
  ],
  [/^sharp$/, /^src\/platform\/(files|pictures)\//, 'sharp belongs to src/platform'],
  [/^(@libsql\/client|libsql)(\/|$)/, /^(db|tests)\//, 'the database driver belongs to db'],
  [/^nodemailer/, /^src\/platform\/mail\//, 'nodemailer belongs to src/platform/mail'],
  [/^ical-generator$/, /^src\/platform\/calendar\//, 'calendar files belong to src/platform/calendar'],
  [/^croner$/, /^src\/platform\/schedule\//, 'schedules belong to src/platform/schedule'],
  [/^pino$/, /^src\/platform\/log\//, 'pino belongs to src/platform/log'],
  [
    /^drizzle-orm(\/|$)/,
    /^(db\/|tests\/|src\/platform\/|src\/[^/]+\/(?:[^/]+\/)?[^/]+-store\.ts$)/,
    'SQL belongs to a *-store.ts',
  ],
]);

/**
 * @typedef {{ kind: 'shared' | 'platform' | 'ui' | 'content' | 'door' | 'wiring' | 'db' | 'outside' }
 *   | { kind: 'capability', name: string, layer: 'front' | 'pages' | 'core' | 'store' | 'actions' | 'jobs' | 'messages' | 'client' | 'component' | 'test' | 'adapter' }} Place
 */

/** Files of a capability that exist to touch the outside world, named one by one. */
const ADAPTERS = new Set(['src/accounts/guard.ts', 'src/accounts/session.ts', 'src/staff/totp.ts']);

/** Doors of accounts that have a name of their own: who may come in, and who may do what. */
const NAMED_DOORS = new Set(['src/accounts/guard.ts', 'src/accounts/permissions.ts']);

/** @param {string} file path relative to the house @returns {Place} */
export function placeOf(file) {
  const [top, folder = '', ...rest] = file.split('/');
  if (top === 'db') return { kind: 'db' };
  if (top !== 'src') return { kind: 'outside' };
  if (rest.length === 0) return { kind: folder === 'middleware.ts' ? 'door' : 'wiring' };
  if (folder === 'pages' || folder === 'actions') return { kind: 'door' };
  if (HOUSE_FOLDERS.has(folder)) return { kind: /** @type {'shared'} */ (folder) };
  const name = rest.at(-1) ?? '';
  const layer = ADAPTERS.has(file)
    ? 'adapter'
    : /\.test\.ts$/.test(name)
      ? 'test'
      : rest.join('/') === 'index.ts'
        ? 'front'
        : rest.join('/') === 'for-pages.ts'
          ? 'pages'
          : /\.(astro|css)$/.test(name)
            ? 'component'
            : /(?:-|\.)(store|actions|jobs|messages|client)\.ts$/.exec(name)?.[1];
  return { kind: 'capability', name: folder, layer: /** @type {'core'} */ (layer ?? 'core') };
}

/** What an import points at, relative to the house, or null for a package. @param {string} from @param {string} specifier */
export function targetOf(from, specifier) {
  if (specifier.startsWith('#')) return specifier.slice(1).replace(/\?.*$/, '');
  if (specifier.startsWith('.'))
    return path.posix.join(path.posix.dirname(from), specifier).replace(/\?.*$/, '');
  return null;
}

/**
 * Why this import is not allowed, or null.
 * @param {string} from importing file, relative to the house
 * @param {string} specifier as written
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export function refusal(from, specifier, typeOnly) {
  const here = placeOf(from);
  const target = targetOf(from, specifier);
  return target === null
    ? refusedPackage(from, here, specifier, typeOnly)
    : refusedFile(from, here, target, typeOnly);
}

/** @param {string} from @param {Place} here @param {string} name @param {boolean} typeOnly */
function refusedPackage(from, here, name, typeOnly) {
  const isTest = from.endsWith('.test.ts');
  for (const [vendor, home, reason] of VENDORS)
    if (vendor.test(name) && !home.test(from) && !(isTest && name.startsWith('drizzle-orm'))) return reason;
  if (here.kind === 'shared' && !isTest && name !== 'zod')
    return 'src/shared is pure: it imports nothing from outside';
  if (here.kind !== 'capability' || typeOnly) return null;
  if (here.layer === 'client' && (name.startsWith('node:') || name.startsWith('astro')))
    return 'a *.client.ts runs in the browser: it imports nothing from the server';
  if (
    here.layer === 'core' &&
    (name.startsWith('astro') || /^node:(fs|net|http|https|child_process)/.test(name))
  )
    return 'rules and use cases know no Astro, network or disk: take a port through deps';
  if (here.layer === 'store' && name.startsWith('astro')) return 'a store knows no Astro';
  return null;
}

/** @param {string} from @param {Place} here @param {string} target @param {boolean} typeOnly */
function refusedFile(from, here, target, typeOnly) {
  if (target.startsWith('..')) return null;
  const there = placeOf(target);
  const isTest = from.endsWith('.test.ts');
  switch (here.kind) {
    case 'shared':
      if (there.kind !== 'shared' && !(isTest && there.kind === 'outside'))
        return 'src/shared imports only src/shared';
      return null;
    case 'platform':
      if (there.kind === 'capability' && !isTest)
        return 'src/platform serves every capability and knows none';
      if (there.kind === 'door' || there.kind === 'ui') return 'src/platform does not know pages';
      return null;
    case 'ui':
      // The authorisation table is pure data: a menu shows only what its reader may open.
      if (target === 'src/accounts/permissions.ts') return null;
      if (there.kind === 'capability' || there.kind === 'platform' || there.kind === 'db')
        return 'src/ui shows what it is given: it imports shared and ui only';
      return null;
    case 'content':
      if (there.kind === 'capability' && !typeOnly) return 'src/content is data: it imports no capability';
      return null;
    case 'door':
      return refusedAtDoor(from, there, target, typeOnly);
    case 'capability':
      return refusedInCapability(here, there, target, typeOnly);
    default:
      return null;
  }
}

/** @param {string} from @param {Place} there @param {string} target @param {boolean} typeOnly */
function refusedAtDoor(from, there, target, typeOnly) {
  if (there.kind === 'db')
    return typeOnly ? null : 'pages and actions read through deps, never the database itself';
  if (there.kind !== 'capability' || NAMED_DOORS.has(target)) return null;
  if (from.startsWith('src/actions/'))
    return there.layer === 'actions' ? null : 'the list of actions takes only *-actions.ts';
  return ['front', 'pages', 'component', 'messages'].includes(there.layer)
    ? null
    : `a page takes components and words of ${there.name}, and the rest through its index.ts or for-pages.ts`;
}

/** @param {Extract<Place, { kind: 'capability' }>} here @param {Place} there @param {string} target @param {boolean} typeOnly */
function refusedInCapability(here, there, target, typeOnly) {
  if (here.layer === 'test') return null;
  if (there.kind === 'capability' && there.name !== here.name) {
    const door = there.layer === 'front' || NAMED_DOORS.has(target);
    if (!door && !(here.layer === 'component' && there.layer === 'component'))
      return `another capability is used only through src/${there.name}/index.ts`;
    return here.layer === 'client' && !typeOnly ? 'a *.client.ts imports nothing from the server' : null;
  }
  if (there.kind === 'door' || there.kind === 'wiring')
    return typeOnly || there.kind === 'door'
      ? null
      : 'a capability takes its ports through deps, not from the wiring';
  if (there.kind === 'capability' && there.layer === 'pages' && here.layer !== 'client')
    return 'for-pages.ts is for src/pages: within the capability, import the file itself';
  const server = there.kind === 'platform' || there.kind === 'db' || there.kind === 'content';
  const ownServer =
    there.kind === 'capability' &&
    ['store', 'actions', 'jobs', 'front', 'pages', 'adapter'].includes(there.layer);
  switch (here.layer) {
    case 'client':
      return !typeOnly && (server || ownServer) ? 'a *.client.ts imports nothing from the server' : null;
    case 'messages':
      return there.kind === 'shared' || (there.kind === 'capability' && !ownServer)
        ? null
        : 'messages import only shared';
    case 'core':
      if (typeOnly) return null;
      if (there.kind === 'db') return 'no SQL in rules and use cases: ask the store';
      // `message()` only builds what the outbox takes; the outbox itself still comes through deps.
      if (target === 'src/platform/outbox/outbox.ts') return null;
      if (there.kind === 'platform')
        return 'rules and use cases take platform ports through deps (import type only)';
      if (ownServer && there.layer !== 'adapter') return 'a use case imports only the types of its store';
      return null;
    case 'store':
      return ownServer && there.layer !== 'store' && !typeOnly ? 'a store knows no use case or action' : null;
    case 'pages':
      return there.kind === 'capability' && !['store', 'jobs', 'front'].includes(there.layer)
        ? null
        : 'for-pages.ts hands on what its own capability shows and asks';
    case 'component':
      if (there.kind === 'db' || (there.kind === 'capability' && there.layer === 'store' && !typeOnly))
        return 'a component shows what it is given';
      return null;
    default:
      return null;
  }
}

/** @type {import('eslint').Rule.RuleModule} */
export const importRule = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}} ({{specifier}}).' } },
  create(context) {
    const file = path.relative(ROOT, context.physicalFilename).split(path.sep).join('/');
    // A <script> of an .astro page runs in the browser.
    const browser = context.filename !== context.physicalFilename;
    /** @param {unknown} node @param {boolean} typeOnly */
    const check = (node, typeOnly) => {
      const source = /** @type {{ source?: { value?: unknown } | null } & import('estree').Node} */ (node)
        .source;
      if (typeof source?.value !== 'string') return;
      const specifier = source.value;
      const target = targetOf(file, specifier);
      const reason =
        browser && !typeOnly && target !== null
          ? refusal('src/ui/x.client.ts', `#${target}`, false)
          : refusal(file, specifier, typeOnly);
      if (reason !== null)
        context.report({
          node: /** @type {import('estree').Node} */ (node),
          messageId: 'refused',
          data: { reason, specifier },
        });
    };
    /** @param {any} node */
    const isType = (node) =>
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (node.specifiers?.length > 0 &&
        node.specifiers.every((/** @type {any} */ one) => one.importKind === 'type'));
    return {
      ImportDeclaration: (node) => check(node, isType(node)),
      ExportNamedDeclaration: (node) => check(node, isType(node)),
      ExportAllDeclaration: (node) => check(node, isType(node)),
      ImportExpression: (node) => check(node, false),
    };
  },
};
