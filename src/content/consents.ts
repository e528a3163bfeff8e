/** The texts families agree to: dated files, immutable once a consent refers to them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** Asked beside the questions they cover, by name; every file of texts has to have them. */
export const ASKED_BY_NAME = ['identity-documents', 'health-data'] as const;
export type AskedByName = (typeof ASKED_BY_NAME)[number];

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const file = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  confirmed: z.boolean(),
  texts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        necessary: z.boolean(),
        title: text,
        body: text,
      }),
    )
    .min(1)
    .refine((texts) => ASKED_BY_NAME.every((id) => texts.some((one) => one.id === id)), {
      error: `each of ${ASKED_BY_NAME.join(', ')} needs a text: the forms ask for it by name`,
    }),
});

export interface ConsentWording {
  readonly id: string;
  /** The date of the file it stands in. */
  readonly version: string;
  /** Without it the service cannot be given; an optional one changes nothing when left. */
  readonly necessary: boolean;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

export interface ConsentTexts {
  /** The texts in force on a civil date, in the order they are asked. */
  current(on: string): readonly ConsentWording[];
}

/** One of the texts every file has. */
export function wordingOf(texts: readonly ConsentWording[], id: AskedByName): ConsentWording {
  const wording = texts.find((one) => one.id === id);
  if (!wording) throw new Error(`no consent text ${id}`);
  return wording;
}

const HERE = fileURLToPath(new URL('./consents/', import.meta.url));

/** Reads and checks every file; throws naming the file, so that a server never starts with a broken text. */
export function loadConsents(dir: string = HERE): ConsentTexts {
  const all = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const checked = file.safeParse(parse(readFileSync(join(dir, name), 'utf8')));
      if (!checked.success || `${checked.data.version}.yaml` !== name)
        throw new Error(
          `${join(dir, name)} is not a usable file of consent texts: ${checked.error?.message ?? 'its version is not its file name'}`,
        );
      const { version, texts } = checked.data;
      return {
        version,
        texts: texts.map((one): ConsentWording => ({
          ...one,
          version,
          body: { zh: one.body.zh.trim(), en: one.body.en.trim() },
        })),
      };
    });
  return {
    current(on) {
      const inForce = all.findLast((one) => one.version <= on);
      if (!inForce) throw new Error(`no consent texts were in force on ${on}`);
      return inForce.texts;
    },
  };
}
