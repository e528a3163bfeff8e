/** A bare server for one constant page behind a session cookie, compressed for each request as the product does it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

export function servePage(port: string, file: string, read: (idHash: string) => Promise<boolean>): void {
  const page = readFileSync(file, 'utf8');
  createServer((request, response) => {
    if (request.url === '/ready') return void response.end();
    const token = /(?:^|; )__Host-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const idHash = createHash('sha256').update(token).digest('hex');
    void read(idHash).then((found) => {
      if (!found) return response.writeHead(404).end();
      const bytes = gzipSync(page, { level: 1 });
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': bytes.length,
        'cache-control': 'private, no-store',
      });
      return response.end(bytes);
    });
  }).listen(Number(port), 'localhost');
}
