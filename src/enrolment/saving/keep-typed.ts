import { err, ok, type Result } from '#src/shared/result.ts';
import {
  isBehind,
  isOvertaken,
  keep,
  openTyped,
  writeTyped,
  type TypedDeps,
  type TypedPage,
} from './typed-page.ts';

export interface KeptPage {
  readonly draft: string;
  readonly version: number;
  readonly at: number;
  /** Some of it waits for its consent and was not kept. */
  readonly partly: boolean;
}

/**
 * Keeps a page while it is being typed, unchecked: it is a draft. What a consent covers is not kept before the consent is
 * ticked. An older sending that arrives late changes nothing.
 */
export const keepTyped = (
  deps: TypedDeps,
  cmd: TypedPage,
): Promise<Result<KeptPage, 'changed-meanwhile' | 'gone' | 'not-found'>> =>
  deps.transaction(async (tx): Promise<Result<KeptPage, 'changed-meanwhile' | 'gone' | 'not-found'>> => {
    const opened = await openTyped(deps, tx, cmd);
    if (!opened.ok) return err(opened.code === 'not-found' ? 'not-found' : 'gone');
    const { draft } = opened.value;
    const { kept, answers, partly, unchanged } = keep(opened.value, cmd);
    if (draft && (unchanged || isOvertaken(opened.value, cmd)))
      return ok({ draft: draft.id, version: draft.version, at: draft.updatedAt, partly });
    if (isBehind(opened.value, cmd, kept)) return err('changed-meanwhile');
    const at = deps.now();
    const written = await writeTyped(tx, opened.value, cmd, answers, at);
    return written
      ? ok({ draft: written.id, version: written.version, at, partly })
      : err('changed-meanwhile');
  });
