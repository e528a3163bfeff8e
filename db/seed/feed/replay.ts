/**
 * Sends a feed through the API, as the laboratory does: `node db/seed/feed/replay.ts <origin> <apiKey>`. Sending it again is
 * harmless: every event carries its own id.
 */
import { feed, toLine } from './generate.ts';
import type { FeedEvent } from './unit-life.ts';

const PER_REQUEST = 2000;

export interface ReplaySummary {
  events: number;
  applied: number;
  alreadyApplied: number;
  /** Code → how many rows were refused for it. */
  refused: Record<string, number>;
  seconds: number;
}

interface AnswerLine {
  readonly status?: number;
  readonly outcome?: string;
  readonly code?: string;
  readonly line?: number;
  readonly detail?: string;
}

async function send(origin: string, apiKey: string, rows: readonly FeedEvent[]): Promise<AnswerLine[]> {
  for (;;) {
    const response = await fetch(new URL('/api/v1/unit-events', origin), {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
      body: rows.map(toLine).join('\n'),
    });
    const text = await response.text();
    if (response.ok)
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as AnswerLine);
    if (response.status !== 429 && response.status !== 503)
      throw new Error(`the feed was refused with ${response.status}: ${text.slice(0, 500)}`);
    await new Promise((resolve) =>
      setTimeout(resolve, 1000 * Number(response.headers.get('retry-after') ?? 5)),
    );
  }
}

/** Replays events in batches and counts the answers; `report` is called after each batch. */
export async function replay(
  origin: string,
  apiKey: string,
  events: Iterable<FeedEvent>,
  report: (summary: ReplaySummary) => void = () => {},
): Promise<ReplaySummary> {
  const summary: ReplaySummary = { events: 0, applied: 0, alreadyApplied: 0, refused: {}, seconds: 0 };
  const start = performance.now();
  const flush = async (rows: readonly FeedEvent[]): Promise<void> => {
    if (rows.length === 0) return;
    for (const answer of await send(origin, apiKey, rows)) {
      if (answer.line === undefined) continue;
      summary.events += 1;
      if (answer.outcome === 'applied') summary.applied += 1;
      else if (answer.outcome === 'already-applied') summary.alreadyApplied += 1;
      else summary.refused[answer.code ?? 'unknown'] = (summary.refused[answer.code ?? 'unknown'] ?? 0) + 1;
    }
    summary.seconds = (performance.now() - start) / 1000;
    report(summary);
  };
  let batch: FeedEvent[] = [];
  for (const event of events) {
    batch.push(event);
    if (batch.length === PER_REQUEST) {
      await flush(batch);
      batch = [];
    }
  }
  await flush(batch);
  return summary;
}

if (import.meta.main) {
  const [origin, apiKey] = process.argv.slice(2);
  if (!origin || !apiKey) {
    console.error('Usage: node db/seed/feed/replay.ts <origin> <apiKey>');
    process.exit(2);
  }
  const reasons: Record<string, number> = {};
  const units = new Set<string>();
  const counted = function* (): Generator<FeedEvent> {
    for (const event of feed()) {
      units.add(event.din);
      if (event.kind === 'rejected')
        reasons[String(event.data?.['reason'])] = (reasons[String(event.data?.['reason'])] ?? 0) + 1;
      yield event;
    }
  };
  const summary = await replay(origin, apiKey, counted());
  console.log(
    JSON.stringify({
      units: units.size,
      ...summary,
      seconds: Math.round(summary.seconds * 10) / 10,
      eventsPerSecond: Math.round(summary.events / summary.seconds),
      rejectedByReason: reasons,
    }),
  );
}
