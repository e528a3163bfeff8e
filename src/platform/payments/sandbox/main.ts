/** `node src/platform/payments/sandbox/main.ts`: started by the demo and by tests, never in production. */
import { join, resolve } from 'node:path';
import { startGateway } from './gateway.ts';

const { env } = process;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (env['APP_MODE'] === 'production') {
  process.stderr.write('The sandbox gateway takes no real money and does not run in production.\n');
  process.exit(1);
}
if (/^[sr]k_live_/.test(env['STRIPE_SECRET_KEY'] ?? '')) {
  process.stderr.write('STRIPE_SECRET_KEY is a live key. The sandbox gateway refuses to run beside one.\n');
  process.exit(1);
}

const port = Number(env['SANDBOX_PORT'] ?? '4322');
const siteOrigin = env['PUBLIC_ORIGIN'] ?? `http://localhost:${env['PORT'] ?? '4321'}`;
const gateway = await startGateway({
  port,
  ...(env['SANDBOX_HOST'] ? { host: env['SANDBOX_HOST'] } : {}),
  ...(env['SANDBOX_ORIGIN'] ? { publicOrigin: env['SANDBOX_ORIGIN'] } : {}),
  dataFile: join(resolve(env['DATA_DIR'] ?? '.data'), 'sandbox-gateway.ndjson'),
  webhookUrl: env['SANDBOX_WEBHOOK_URL'] ?? `${siteOrigin}/webhooks/stripe`,
  webhookSecret: env['STRIPE_WEBHOOK_SECRET'] ?? 'whsec_sandbox',
  log: print,
});
print(`Sandbox payments, not real money: ${gateway.origin}`);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  void gateway.stop().then(() => process.exit(0));
};
// Scripts that start this process wait for this.
process.send?.('ready');
// A parent that dies without a signal must not leave the gateway running.
process.on('disconnect', stop);
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
