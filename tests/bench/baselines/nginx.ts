/** One nginx worker serving a folder of precompressed files: what a static site costs when nothing else is done. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Installs nginx when root and missing; false when it cannot be had (the row is then a miss, not a pass). */
export function ensureNginx(): boolean {
  if (existsSync('/usr/sbin/nginx') && existsSync(BROTLI)) return true;
  if (process.getuid?.() !== 0) return false;
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'nginx-light', 'libnginx-mod-http-brotli-static'],
    { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  );
  spawnSync('service', ['nginx', 'stop'], { stdio: 'ignore' });
  return existsSync('/usr/sbin/nginx') && existsSync(BROTLI);
}

export interface Nginx {
  readonly origin: string;
  /** The worker, whose CPU is counted. */
  readonly workerPid: number;
  stop(): void;
}

export async function startNginx(root: string, workDir: string, port: number): Promise<Nginx> {
  mkdirSync(workDir, { recursive: true });
  const config = join(workDir, 'nginx.conf');
  writeFileSync(
    config,
    `load_module ${BROTLI};
worker_processes 1; daemon off; pid ${workDir}/nginx.pid; error_log ${workDir}/error.log; user root;
events { worker_connections 512; }
http { include /etc/nginx/mime.types; access_log off; keepalive_requests 1000000; open_file_cache max=1000 inactive=60s;
  client_body_temp_path ${workDir}/a; proxy_temp_path ${workDir}/b; fastcgi_temp_path ${workDir}/c; uwsgi_temp_path ${workDir}/d; scgi_temp_path ${workDir}/e;
  server { listen 127.0.0.1:${port}; root ${root}; brotli_static on; gzip_static on; index index.html; } }
`,
  );
  const child: ChildProcess = spawn('/usr/sbin/nginx', ['-c', config], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
  return {
    origin: `http://127.0.0.1:${port}`,
    workerPid: Number(children[0]),
    stop: () => void child.kill(),
  };
}
