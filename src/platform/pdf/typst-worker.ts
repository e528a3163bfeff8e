/** Runs Typst, which is synchronous, off the event loop. One message in, one message out, in order. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface RenderRequest {
  readonly id: number;
  readonly template: string;
  readonly data: string;
  readonly locale: string;
  readonly title: string;
  readonly seconds: number;
}
export type RenderAnswer =
  | { readonly id: number; readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'missing-glyph'; readonly characters: string }
  | { readonly id: number; readonly kind: 'broken'; readonly reason: string };

const require = createRequire(import.meta.url);
/** Three faces are all a contract needs; each is 10–15 MB. */
const FONTS = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
  ['@expo-google-fonts/noto-sans-sc', '600SemiBold'],
] as const;

/** Results of the last few renders are kept; older ones go, or a thousand contracts would fill the memory. */
const CACHE_GENERATIONS = 3;

const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('./templates/', import.meta.url)),
  fontArgs: [
    {
      fontPaths: FONTS.map(([name, weight]) =>
        join(dirname(require.resolve(`${name}/package.json`)), weight),
      ),
    },
  ],
});

/** Typst names each character it could not set; PDF/UA-1 with `fallback: false` makes that an error. */
const MISSING = /the text `\\?"(.+?)\\?"` could not be displayed/g;

function render(request: RenderRequest): RenderAnswer {
  const { id } = request;
  const [year, month, day] = new Date(request.seconds * 1000 + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  try {
    const compiled = compiler.compile({
      mainFilePath: fileURLToPath(new URL(`./templates/${request.template}.typ`, import.meta.url)),
      inputs: {
        data: request.data,
        meta: JSON.stringify({
          title: request.title,
          lang: request.locale,
          year: Number(year),
          month: Number(month),
          day: Number(day),
        }),
      },
    });
    if (!compiled.result) {
      const why = compiled.takeDiagnostics()?.shortDiagnostics;
      return { id, kind: 'broken', reason: JSON.stringify(why) };
    }
    const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: request.seconds });
    return { id, kind: 'pdf', bytes: new Uint8Array(bytes) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const characters = [...new Set([...reason.matchAll(MISSING)].flatMap((match) => [...(match[1] ?? '')]))];
    return characters.length > 0
      ? { id, kind: 'missing-glyph', characters: characters.join('') }
      : { id, kind: 'broken', reason };
  } finally {
    compiler.evictCache(CACHE_GENERATIONS);
  }
}

parentPort?.on('message', (request: RenderRequest) => {
  const answer = render(request);
  parentPort?.postMessage(answer, answer.kind === 'pdf' ? [answer.bytes.buffer as ArrayBuffer] : []);
});
