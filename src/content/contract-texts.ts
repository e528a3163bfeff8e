/**
 * Contract texts are versioned content: one file per language, `contracts/<template>/<version>.<locale>.yaml`. Chinese
 * governs; the English file must have the same clauses in the same order, or clause 7.2 would mean two things.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { LOCALES, type Locale } from '../shared/i18n.ts';

/** When an item belongs in a contract; without `when` it always does. */
export const CONDITIONS = [
  'twins',
  'absent-guardian',
  'yearly',
  'instalments',
  'pays-later',
  'prepaid-or-instalments',
  'seven-days',
  'counsellor-known',
] as const;
export type Condition = (typeof CONDITIONS)[number];

const when = z.enum(CONDITIONS).optional();
const item = z.union([
  z.strictObject({ text: z.string().min(1), when }),
  /** A clause that limits our duties: highlighted, and confirmed on its own before signing (民法典 496). */
  z.strictObject({
    limit: z.string().min(1),
    id: z.string().regex(/^limit-[a-z-]+$/),
    short: z.string().min(1),
    when,
  }),
  z.strictObject({ list: z.array(z.string().min(1)).min(2), when }),
  z.strictObject({ table: z.enum(['thresholds', 'fees', 'refunds']), when }),
]);

const contractText = z.strictObject({
  template: z.string(),
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  locale: z.enum(LOCALES),
  confirmed: z.boolean(),
  title: z.string().min(1),
  honest: z.array(z.string().min(1)).min(1),
  clauses: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        title: z.string().min(1),
        items: z.array(item).min(1),
      }),
    )
    .min(1),
});

export type ContractText = z.output<typeof contractText>;
export type ContractTextItem = ContractText['clauses'][number]['items'][number];

export interface ContractTexts {
  /** The newest version of a template in force on a civil date. Throws when there is none. */
  current(
    template: string,
    on: string,
  ): { readonly version: string; readonly texts: Record<Locale, ContractText> };
}

const HERE = fileURLToPath(new URL('./contracts/', import.meta.url));

/** What must be the same in both languages. */
const outline = (text: ContractText): string =>
  text.clauses
    .map(
      (clause) =>
        `${clause.id}: ${clause.items
          .map((i) => {
            const kind =
              'table' in i
                ? `table ${i.table}`
                : 'limit' in i
                  ? i.id
                  : 'list' in i
                    ? `list of ${i.list.length}`
                    : 'text';
            return i.when ? `${kind} when ${i.when}` : kind;
          })
          .join(', ')}`,
    )
    .join('\n');

function read(path: string): ContractText {
  const checked = contractText.safeParse(parse(readFileSync(path, 'utf8')));
  if (!checked.success)
    throw new Error(
      `${path} is not a contract text:\n${z.prettifyError(checked.error)}\nMend it and start again.`,
    );
  return checked.data;
}

/** Reads and checks every contract text. Throws, naming the file and what to mend. */
export function loadContractTexts(dir: string = HERE): ContractTexts {
  const templates = new Map<string, { version: string; texts: Record<Locale, ContractText> }[]>();
  for (const template of readdirSync(dir)) {
    const files = readdirSync(join(dir, template)).filter((file) => file.endsWith('.zh.yaml'));
    const versions = files.sort().map((file) => {
      const version = file.slice(0, -'.zh.yaml'.length);
      const zh = read(join(dir, template, file));
      const en = read(join(dir, template, `${version}.en.yaml`));
      for (const text of [zh, en])
        if (text.version !== version || text.template !== template)
          throw new Error(
            `${template}/${version}.${text.locale}.yaml: template and version must say ${template} and ${version}`,
          );
      const [ours, theirs] = [outline(zh).split('\n'), outline(en).split('\n')];
      const differs = ours.findIndex((line, i) => line !== theirs[i]);
      if (differs >= 0 || ours.length !== theirs.length)
        throw new Error(
          `${template}/${version}: the two languages do not have the same clauses.\n  zh ${ours[differs] ?? '(none)'}\n  en ${theirs[differs] ?? '(none)'}`,
        );
      return { version, texts: { zh, en } };
    });
    templates.set(template, versions);
  }
  return {
    current(template, on) {
      const inForce = templates.get(template)?.findLast((one) => one.version <= on);
      if (!inForce) throw new Error(`no text of the contract "${template}" was in force on ${on}`);
      return inForce;
    },
  };
}
