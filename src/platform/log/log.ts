import { pino, type DestinationStream, type Logger } from 'pino';

/** Structured logs without personal data: routes, codes, ids, durations. */
export type Log = Logger;

/** A net under the rule, not the rule: these names are never logged on purpose. */
const NEVER = [
  'phone',
  'mobile',
  'to',
  'name',
  'email',
  'address',
  'idNumber',
  'idCard',
  'passport',
  'password',
  'code',
  'token',
  'secret',
  'text',
  'body',
  'answers',
  'payload',
  'cookie',
  'authorization',
  'recipient',
  'sealed',
  'query',
  'params',
  'args',
];

const FLUSH_EVERY = 1000;

/** To standard output in pieces of 4 KB or once a second: a write for each line cost one request in twenty of its time. */
function standardOutput(): DestinationStream {
  const out = pino.destination({ dest: 1, minLength: 4096 });
  setInterval(() => out.flush(), FLUSH_EVERY).unref();
  process.on('exit', () => out.flushSync());
  return out;
}

export const createLog = (options: { level?: string; destination?: DestinationStream } = {}): Log =>
  pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[redacted]',
      },
      serializers: {
        // Messages and SQL parameters of a failed query can quote a person; kind, code and place are enough to find it.
        err: (error: unknown) =>
          error instanceof Error
            ? {
                type: error.name,
                ...('code' in error ? { errorCode: String(error.code) } : {}),
                ...(error.cause instanceof Error
                  ? {
                      cause: error.cause.name,
                      ...('code' in error.cause ? { causeCode: String(error.cause.code) } : {}),
                    }
                  : {}),
                // The stack begins with the message, whose lines may look like places.
                stack: (error.stack ?? '')
                  .replace(error.message, () => '')
                  .split('\n')
                  .filter((line) => /^\s+at /.test(line))
                  .slice(0, 12)
                  .join('\n'),
              }
            : { type: typeof error },
      },
    },
    options.destination ?? standardOutput(),
  );
