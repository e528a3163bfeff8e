/** The Typst adapter of the PDF port: a queue in front of one worker thread, started by the first document. */
import { Worker } from 'node:worker_threads';
import { err, ok } from '../../shared/result.ts';
import type { PdfMaker, PdfOptions, PdfTemplate } from './pdf.ts';
import type { RenderAnswer, RenderRequest } from './typst-worker.ts';

/** More than this waiting means something upstream is broken; a refusal is retried by the outbox. */
const MOST_WAITING = 500;
/** The worker holds some 200 MB; a quiet house gives them back. Starting again costs a quarter of a second. */
const IDLE_MS = 120_000;

/** A `PdfMaker` on Typst. Costs nothing until the first `render`. */
export function typstMaker(): PdfMaker {
  let worker: Worker | null = null;
  let nextId = 1;
  let idle: NodeJS.Timeout | undefined;
  const waiting = new Map<
    number,
    { settle: (answer: RenderAnswer) => void; fail: (reason: Error) => void }
  >();

  const giveUp = (reason: Error): void => {
    worker = null;
    for (const { fail } of waiting.values()) fail(reason);
    waiting.clear();
  };

  const running = (): Worker => {
    if (worker) return worker;
    const started = new Worker(new URL('./typst-worker.ts', import.meta.url));
    started.on('message', (answer: RenderAnswer) => {
      waiting.get(answer.id)?.settle(answer);
      waiting.delete(answer.id);
      // An idle worker must not keep a script or a test alive.
      if (waiting.size > 0) return;
      started.unref();
      idle = setTimeout(() => {
        if (worker === started) worker = null;
        void started.terminate();
      }, IDLE_MS).unref();
    });
    started.on('error', (reason) => giveUp(reason instanceof Error ? reason : new Error(String(reason))));
    started.on('exit', (code) => {
      if (worker === started) giveUp(new Error(`the PDF worker ended with code ${code}`));
    });
    worker = started;
    return started;
  };

  const ask = (template: PdfTemplate, data: unknown, options: PdfOptions): Promise<RenderAnswer> =>
    new Promise((settle, fail) => {
      if (waiting.size >= MOST_WAITING) {
        fail(new Error('too many PDFs are waiting to be rendered'));
        return;
      }
      const request: RenderRequest = {
        id: nextId++,
        template,
        data: JSON.stringify(data),
        locale: options.locale,
        title: options.title,
        seconds: Math.floor(options.date / 1000),
      };
      const target = running();
      clearTimeout(idle);
      waiting.set(request.id, { settle, fail });
      target.ref();
      target.postMessage(request);
    });

  return {
    async render(template, data, options) {
      const answer = await ask(template, data, options);
      if (answer.kind === 'pdf') return ok(answer.bytes);
      if (answer.kind === 'missing-glyph') return err('missing-glyph', { characters: answer.characters });
      throw new Error(`Typst could not render "${template}": ${answer.reason}`);
    },
    async close() {
      clearTimeout(idle);
      const ending = worker;
      giveUp(new Error('the PDF worker was closed'));
      await ending?.terminate();
    },
  };
}
