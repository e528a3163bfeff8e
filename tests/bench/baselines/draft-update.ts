/**
 * The least that keeping a page of a form can be: session and draft read, answers opened, one changed, sealed, committed to
 * disk. `node draft-update.ts PORT DATABASE`.
 */
import Database from 'libsql';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createVault } from '#src/platform/crypto/vault.ts';
import { loadConfig } from '#src/platform/config/config.ts';

const [port, file] = process.argv.slice(2) as [string, string];
const vault = createVault(loadConfig({ APP_MODE: 'test' }).dataKeys);
const database = new Database(file, { timeout: 5000 });
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
const session = database.prepare('SELECT account_id FROM sessions WHERE id_hash = ?').raw(true);
const draft = database.prepare('SELECT id, answers, version FROM drafts WHERE account_id = ?').raw(true);
const update = database.prepare(
  'UPDATE drafts SET answers = ?, updated_at = ?, version = ? WHERE id = ? AND version = ?',
);

function save(cookie: string, body: string): boolean {
  const token = /(?:^|; )__Host-session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const [who] = session.all([createHash('sha256').update(token).digest('hex')]) as [string][];
  if (!who) return false;
  database.exec('BEGIN IMMEDIATE');
  const [row] = draft.all([who[0]]) as [string, string, number][];
  if (!row) {
    database.exec('ROLLBACK');
    return false;
  }
  const [id, sealed, version] = row;
  const kept = JSON.parse(vault.open(sealed, 'draft-answers')) as { answers: Record<string, unknown> };
  const typed = Object.fromEntries(new URLSearchParams(body));
  const answers = { ...kept.answers, homeLine: typed['homeLine'] };
  const next = vault.seal(JSON.stringify({ ...kept, answers }), 'draft-answers');
  update.run([next, Date.now(), version + 1, id, version]);
  database.exec('COMMIT');
  return true;
}

createServer((request, response) => {
  if (request.url === '/ready') return void response.end();
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    const saved = save(request.headers.cookie ?? '', body);
    response.writeHead(saved ? 303 : 404, { location: '/enrol/hospital' }).end();
  });
}).listen(Number(port), 'localhost');
