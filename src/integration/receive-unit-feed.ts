/**
 * `POST /api/v1/unit-events`: a delivery of many events, one JSON object a line, answered line by line. Bad rows are named
 * and left out; the others are applied.
 */
import type { Deps } from '../deps.ts';
import { deliver, type Delivered } from '../units/index.ts';
import { admitKey, type Caller } from './admit-key.ts';
import { apiLocale, problem, problemOf, type Refused } from './problem.ts';
import { readLine, refusalOf } from './read-event.ts';

/** The same limit as the server's in front (platform/http/request-body.ts). */
const MAX_MEGABYTES = 16;
const MAX_LINES = 10_000;
/** Events in one transaction: few enough that a page's write waits tens of milliseconds, many enough to be quick. */
const PER_TRANSACTION = 200;

interface Row {
  readonly line: number;
  readonly event: Delivered;
}

export async function receiveUnitFeed(deps: Deps, caller: Caller): Promise<Response> {
  const { request } = caller;
  const locale = apiLocale(request);
  const key = await admitKey(deps, caller);
  if (key instanceof Response) return key;
  if (!/^application\/x-ndjson\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return problem({ code: 'wrong-type', params: { type: 'application/x-ndjson' } }, locale);
  const tooLarge = () => problem({ code: 'too-large', params: { megabytes: MAX_MEGABYTES } }, locale);
  if (Number(request.headers.get('content-length') ?? 0) > MAX_MEGABYTES * 1024 * 1024) return tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > MAX_MEGABYTES * 1024 * 1024) return tooLarge();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem({ code: 'not-utf8' }, locale);
  }
  const lines = text
    .split('\n')
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== '');
  if (lines.length === 0) return problem({ code: 'empty' }, locale);
  if (lines.length > MAX_LINES)
    return problem({ code: 'too-many-lines', params: { lines: MAX_LINES } }, locale);

  const count = { applied: 0, alreadyApplied: 0, refused: 0 };
  const refuse = (line: number, refusal: Refused, event?: Delivered): string => {
    count.refused += 1;
    return `${JSON.stringify({ line, ...(event ? { din: event.din, sourceId: event.sourceId } : {}), ...problemOf(refusal, locale) })}\n`;
  };

  /** Applies rows in one transaction. A unit that is not known yet may come further down: such rows are tried once more. */
  const apply = async (rows: readonly Row[], again: Row[] | null): Promise<string> => {
    let answers;
    try {
      answers = await deliver(deps, {
        actor: { kind: 'api', id: key.id },
        events: rows.map((row) => row.event),
      });
    } catch (error) {
      // Nothing of these rows was kept; the others of the delivery stand, and the sender is told which to repeat.
      deps.log.error({ err: error, rows: rows.length }, 'unit feed: rows not applied');
      return rows.map((row) => refuse(row.line, { code: 'unavailable' }, row.event)).join('');
    }
    return rows
      .map((row, index) => {
        const answer = answers[index];
        if (!answer) return '';
        if (!answer.ok && answer.code === 'unknown-unit' && again) {
          again.push(row);
          return '';
        }
        if (!answer.ok) return refuse(row.line, refusalOf(answer, row.event), row.event);
        const { outcome, state } = answer.value;
        count[outcome === 'applied' ? 'applied' : 'alreadyApplied'] += 1;
        const { din, sourceId } = row.event;
        return `${JSON.stringify({ line: row.line, din, sourceId, status: 200, outcome, state })}\n`;
      })
      .join('');
  };

  const again: Row[] = [];
  let out = '';
  for (let from = 0; from < lines.length; from += PER_TRANSACTION) {
    const rows: Row[] = [];
    for (const { line, content } of lines.slice(from, from + PER_TRANSACTION)) {
      const read = readLine(content, deps.now());
      if (read.ok) rows.push({ line, event: read.value });
      else out += refuse(line, read.detail ?? { code: 'not-json' });
    }
    if (rows.length > 0) out += await apply(rows, again);
    // The database binding is synchronous: let other requests in between two transactions.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let from = 0; from < again.length; from += PER_TRANSACTION)
    out += await apply(again.slice(from, from + PER_TRANSACTION), null);
  out += `${JSON.stringify({ summary: { lines: lines.length, ...count } })}\n`;
  return new Response(out, {
    status: 200,
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  });
}
