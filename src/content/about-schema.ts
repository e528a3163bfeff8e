/**
 * A page of the bank's own room as data: sections of blocks, both languages side by side, so that neither can lack a
 * sentence the other has. `plain` texts are words only; `rich` ones may cite, link and stress (shared/words.ts).
 */
import { z } from 'zod';
import { both, day, id } from './content-parts.ts';

const plain = both;
const rich = both.transform((text) => ({ rich: text }));

/** How sure we are of a statement. Solid: we read it, or it happened. Dashed: at second hand, inferred, or ours. */
export const SURENESS = ['read', 'second-hand', 'inferred', 'not-found', 'sample'] as const;
const sure = z.enum(SURENESS, { error: `sure has to be one of ${SURENESS.join(', ')}` });

const rows = z.array(z.strictObject({ term: plain, text: rich, sure: sure.optional() })).min(1);
const texts = z.array(rich).min(1);
const fold = z.strictObject({
  id,
  title: plain,
  text: texts.optional(),
  list: texts.optional(),
  rows: rows.optional(),
});

const BLOCKS = {
  text: texts,
  list: texts,
  numbered: texts,
  rows,
  /** Figures with their source; the day shown is the source's. */
  ledger: z.array(z.strictObject({ label: rich, figure: plain })).min(1),
  /** What happened, or what happens in order; dashed where it has not happened. */
  steps: z
    .array(
      z.strictObject({
        when: plain.optional(),
        title: plain,
        text: rich.optional(),
        state: z.enum(['done', 'todo'], { error: 'state has to be done or todo' }),
      }),
    )
    .min(1),
  table: z
    .strictObject({ caption: plain, columns: z.array(plain).min(2), rows: z.array(z.array(rich)).min(1) })
    .refine(({ columns, rows: all }) => all.every((row) => row.length === columns.length), {
      error: 'every row needs as many cells as there are columns',
    }),
  /** The way of a unit, one scene a stage; the cord runs through all of them. */
  journey: z
    .array(
      z.strictObject({
        scene: z.enum(['birth', 'road', 'receipt', 'tests', 'preparation', 'freezing', 'tank', 'years']),
        degree: plain,
        /** The degrees are ours, from no source: 示例 until the operator's own procedure is published. */
        sample: z.boolean().optional(),
        title: plain,
        time: rich,
        text: rich,
        limit: rich.optional(),
      }),
    )
    .min(2),
  /** Published ranges in per cent as bars; every figure stands in words as well. */
  ranges: z
    .strictObject({
      caption: rich,
      rows: z.array(z.strictObject({ label: plain, from: z.number(), to: z.number() })).min(1),
    })
    .refine(({ rows: all }) => all.every(({ from, to }) => from >= 0 && from <= to && to <= 100), {
      error: 'per cent run from 0 to 100, from before to',
    }),
  /** Counts as bars of one scale; every figure stands in words as well. */
  bars: z.strictObject({
    caption: rich,
    rows: z.array(z.strictObject({ label: plain, value: z.number().positive(), figure: plain })).min(2),
  }),
  note: z.strictObject({
    look: z.enum(['honest', 'sample', 'info'], { error: 'look has to be honest, sample or info' }),
    title: plain.optional(),
    text: texts,
  }),
  folds: z.array(fold).min(1),
  links: z
    .array(
      z.strictObject({
        to: z.string().regex(/^\//, 'to begins with / and has no language'),
        icon: z.string(),
        title: plain,
        line: plain.optional(),
      }),
    )
    .min(1),
} as const;

const block = z
  .strictObject({
    text: BLOCKS.text.optional(),
    list: BLOCKS.list.optional(),
    numbered: BLOCKS.numbered.optional(),
    rows: BLOCKS.rows.optional(),
    ledger: BLOCKS.ledger.optional(),
    steps: BLOCKS.steps.optional(),
    table: BLOCKS.table.optional(),
    journey: BLOCKS.journey.optional(),
    ranges: BLOCKS.ranges.optional(),
    bars: BLOCKS.bars.optional(),
    note: BLOCKS.note.optional(),
    folds: BLOCKS.folds.optional(),
    links: BLOCKS.links.optional(),
    /** Only while the operator has entered a phone or an address, or only while it has not. */
    when: z
      .enum(['reachable', 'unreachable'], { error: 'when has to be reachable or unreachable' })
      .optional(),
  })
  .refine((one) => Object.keys(one).filter((key) => key !== 'when').length === 1, {
    error: `a block is exactly one of ${Object.keys(BLOCKS).join(', ')}`,
  });

export const aboutPageFile = z.strictObject({
  /** In the browser's tab, in menus and in search results. */
  title: plain,
  description: plain,
  /** `|` marks where the heading may break. */
  heading: plain,
  /** The plain answer, first. */
  lead: rich,
  /** When somebody last compared the page with its sources. */
  checked: day,
  /** For legal texts: whether the operator's counsel has confirmed this version. */
  confirmed: z.boolean({ error: 'confirmed is true or false' }).optional(),
  sections: z
    .array(
      z.strictObject({
        id,
        title: plain,
        aside: plain.optional(),
        blocks: z.array(block).default([]),
      }),
    )
    .min(1),
});
