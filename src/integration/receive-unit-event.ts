/** `POST /api/v1/units/{din}/events`: one event, one answer. */
import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { deliver } from '../units/index.ts';
import { admitKey, type Caller } from './admit-key.ts';
import { apiLocale, problem } from './problem.ts';
import { readDin, readEvent, refusalOf } from './read-event.ts';

const MAX_BYTES = 64 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

/**
 * An `Idempotency-Key` repeats the first answer; without one, the event's own sourceId makes a repeat harmless.
 */
export async function receiveUnitEvent(deps: Deps, caller: Caller, printedDin: string): Promise<Response> {
  const { request } = caller;
  const locale = apiLocale(request);
  const key = await admitKey(deps, caller);
  if (key instanceof Response) return key;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return problem({ code: 'wrong-type', params: { type: 'application/json' } }, locale);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > MAX_BYTES) return problem({ code: 'too-large', params: { megabytes: 0.06 } }, locale);
  const din = readDin(printedDin);
  if (din === null) return problem({ code: 'din' }, locale);

  const repeat = request.headers.get('idempotency-key');
  if (repeat !== null && !IDEMPOTENCY_KEY.test(repeat))
    return problem({ code: 'idempotency-key-invalid' }, locale);
  const requestSha256 = createHash('sha256').update(`${din}\n`).update(bytes).digest('hex');
  if (repeat !== null) {
    const kept = await deps.read.apiKeys.answerFor(key.id, repeat);
    if (kept && kept.requestSha256 !== requestSha256)
      return problem({ code: 'idempotency-key-reused' }, locale);
    if (kept) return answered(kept.status, kept.body, { 'idempotent-replayed': 'true' });
  }

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem({ code: 'not-utf8' }, locale);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return problem({ code: 'not-json' }, locale);
  }
  const read = readEvent(raw, din, deps.now());
  if (!read.ok) return problem(read.detail ?? { code: 'not-json' }, locale);
  const [answer] = await deliver(deps, { actor: { kind: 'api', id: key.id }, events: [read.value] });
  if (!answer?.ok) return problem(answer ? refusalOf(answer, read.value) : { code: 'unavailable' }, locale);
  const body = JSON.stringify({
    din,
    sourceId: read.value.sourceId,
    outcome: answer.value.outcome,
    state: answer.value.state,
  });
  if (repeat !== null)
    await deps.transaction(async ({ apiKeys }) => {
      await apiKeys.keepAnswer(key.id, repeat, { requestSha256, status: 200, body }, deps.now());
      return { ok: true, value: undefined };
    });
  return answered(200, body);
}

const answered = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
