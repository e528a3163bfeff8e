/**
 * Every sentence in the code, exported or not, in `.ts` and `.astro` alike, read off the syntax tree: `{ zh, en }` wherever
 * it stands, pairs handed to a function (`outcome(404, '…', '…')`), and who uses which line of which catalogue.
 */
import { parseForESLint } from 'astro-eslint-parser';
import tseslint from 'typescript-eslint';
import { ourFiles, read } from './files.ts';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Sentence {
  readonly where: string;
  /** Null where the language is missing. */
  readonly zh: string | null;
  readonly en: string | null;
}

/** `messages({ … })`. */
export interface Catalogue {
  readonly name: string;
  readonly file: string;
  readonly keys: readonly string[];
}

/** What one file says that could be the key of a line. */
interface Said {
  readonly file: string;
  readonly names: Set<string>;
  readonly literals: Set<string>;
  /** `unit.${name}` as what it can become. */
  readonly templates: RegExp[];
  /** `catalogue.key`, and `catalogue[…]` where the key is worked out elsewhere. */
  readonly members: Set<string>;
  /** `import { catalogue as m }`, `const m = catalogue`: another name for it. */
  readonly also: Map<string, string>;
  /** `const t = translator(catalogue, locale)`. */
  readonly translators: Map<string, string>;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const NOT_BELOW = new Set(['parent', 'tokens', 'comments', 'loc', 'range']);
const below = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]) =>
    NOT_BELOW.has(key) ? [] : (Array.isArray(value) ? value : [value]).filter(isNode),
  );

const OPTIONS = { ecmaVersion: 'latest', sourceType: 'module', range: true, loc: true } as const;
const reader = tseslint.parser as { parseForESLint(code: string, options: object): { ast: unknown } };
const treeOf = (file: string): Node =>
  (file.endsWith('.astro')
    ? parseForESLint(read(file), { ...OPTIONS, parser: tseslint.parser })
    : reader.parseForESLint(read(file), OPTIONS)
  ).ast as Node;

/** The text of a literal; null for what is worked out. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  const quasis = (node['quasis'] ?? []) as { value: { cooked: string } }[];
  if (node.type === 'TemplateLiteral' && quasis.length > 0)
    return quasis.map(({ value }) => value.cooked).join('{}');
  if (node.type === 'BinaryExpression') {
    const [left, right] = [textOf(node['left']), textOf(node['right'])];
    return left === null || right === null ? null : left + right;
  }
  return null;
}

const nameOf = (key: unknown): string | null =>
  !isNode(key)
    ? null
    : key.type === 'Identifier'
      ? (key['name'] as string)
      : key.type === 'TSAsExpression'
        ? nameOf(key['expression'])
        : textOf(key);
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const HAN = /\p{Script=Han}/u;

interface Reading {
  readonly sentences: Sentence[];
  readonly catalogues: Catalogue[];
  readonly said: Said;
}

function visit(node: Node, reading: Reading, inCatalogue: boolean): void {
  const { sentences, said } = reading;
  const line = (node['loc'] as { start: { line: number } } | undefined)?.start.line ?? 0;
  const where = `${said.file}:${line}`;
  let keys = inCatalogue;
  if (node.type === 'ObjectExpression') {
    const properties = (node['properties'] as Node[]).filter(({ type }) => type === 'Property');
    const value = (name: string): unknown => properties.find(({ key }) => nameOf(key) === name)?.['value'];
    const [zh, en] = [textOf(value('zh')), textOf(value('en'))];
    if (zh !== null || en !== null)
      sentences.push({
        where,
        // Worked out, by a function or from a constant: there, though not to be read here.
        zh: zh ?? (value('zh') === undefined ? null : '…'),
        en: en ?? (value('en') === undefined ? null : '…'),
      });
  }
  if (node.type === 'CallExpression') {
    const passed = node['arguments'] as Node[];
    const texts = passed.map(textOf);
    texts.forEach((zh, at) => {
      const en = texts[at + 1];
      if (zh !== null && typeof en === 'string' && HAN.test(zh) && /[a-z]/i.test(en))
        sentences.push({ where, zh, en });
    });
    if (nameOf(node['callee']) === 'messages') keys = true;
    // `t(role)`: the key is a word from somewhere else.
    const catalogue = said.translators.get(nameOf(node['callee']) ?? '');
    const workedOut = ['Identifier', 'MemberExpression', 'CallExpression'].includes(passed[0]?.type ?? '');
    if (catalogue !== undefined && workedOut) said.members.add(`${catalogue}.*`);
  }
  if (
    node.type === 'VariableDeclarator' &&
    isNode(node['init']) &&
    nameOf(node['init']['callee']) === 'messages'
  ) {
    const [catalogue] = node['init']['arguments'] as Node[];
    const lines = (catalogue?.['properties'] ?? []) as Node[];
    reading.catalogues.push({
      name: nameOf(node['id']) ?? '',
      file: said.file,
      keys: lines.flatMap(({ key }) => nameOf(key) ?? []),
    });
  }
  if (
    node.type === 'VariableDeclarator' &&
    isNode(node['init']) &&
    nameOf(node['init']['callee']) === 'translator'
  )
    said.translators.set(nameOf(node['id']) ?? '', nameOf((node['init']['arguments'] as Node[])[0]) ?? '');
  if (node.type === 'VariableDeclarator' && isNode(node['init']) && node['init'].type === 'Identifier')
    said.also.set(nameOf(node['id']) ?? '', nameOf(node['init']) ?? '');
  if (node.type === 'SpreadElement') said.members.add(`${nameOf(node['argument']) ?? ''}.*`);
  if (node.type === 'ImportSpecifier')
    said.also.set(nameOf(node['local']) ?? '', nameOf(node['imported']) ?? '');
  if (node.type === 'Identifier') said.names.add(node['name'] as string);
  if (node.type === 'MemberExpression') {
    const key = node['computed'] ? textOf(node['property']) : nameOf(node['property']);
    said.members.add(`${nameOf(node['object']) ?? ''}.${key ?? '*'}`);
  }
  if (node.type === 'TemplateLiteral') {
    const parts = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    if (parts.join('') !== '') said.templates.push(new RegExp(`^${parts.map(escaped).join('.+')}$`));
  }
  if (node.type === 'Literal' && typeof node['value'] === 'string') said.literals.add(node['value']);
  for (const one of below(node)) {
    // The key a line is written under is not a use of it.
    if (keys && node.type === 'Property' && one === node['key']) continue;
    visit(one, reading, keys);
  }
}

/** Reads all of `src`; tests and seeds speak to nobody. */
export function readSentences(files: readonly string[] = ourFiles): readonly Reading[] {
  return files
    .filter((file) => /^src\/.*\.(ts|astro)$/.test(file) && !/\.(test|d)\.ts$/.test(file))
    .map((file) => {
      const said = {
        file,
        names: new Set(''),
        literals: new Set(''),
        templates: [],
        members: new Set(''),
        also: new Map<string, string>(),
        translators: new Map<string, string>(),
      };
      const reading: Reading = { sentences: [], catalogues: [], said };
      visit(treeOf(file), reading, false);
      return reading;
    });
}

const capabilityOf = (file: string): string => file.split('/')[1] ?? '';

/** Lines nobody can be shown: no file that knows the catalogue, and no file of its capability, says their key. */
export function unusedLines(readings: readonly Reading[]): readonly string[] {
  const all = readings.map(({ said }) => said);
  return readings.flatMap(({ catalogues }) =>
    catalogues.flatMap(({ name, file, keys }) => {
      const knowing = all.filter((said) => said.names.has(name));
      const near = all.filter((said) => capabilityOf(said.file) === capabilityOf(file));
      const members = new Set(
        knowing.flatMap((said) =>
          [...said.members].map((member) => {
            const [owner = '', key] = member.split(/\.(.*)/s);
            return `${said.also.get(owner) ?? owner}.${key}`;
          }),
        ),
      );
      // `words[code]`, where the code comes from anywhere.
      const said = members.has(`${name}.*`) ? all : [...knowing, ...near];
      return keys
        .filter(
          (key) =>
            !members.has(`${name}.${key}`) &&
            !said.some(({ literals }) => literals.has(key)) &&
            !knowing.some(({ templates }) => templates.some((template) => template.test(key))) &&
            !near.some(({ templates }) => templates.some((one) => one.source.length > 6 && one.test(key))),
        )
        .map((key) => `${file} ${name}: ${key}`);
    }),
  );
}
