/**
 * A load driver on keep-alive connections, and the CPU a server process spent meanwhile. CPU per request is steadier than
 * throughput on a shared machine, so the bars are about that.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Shot {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Drive {
  readonly requests: number;
  readonly seconds: number;
  readonly cpuMicrosPerRequest: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds, sorted. */
  readonly latencies: readonly number[];
  readonly statuses: Readonly<Record<string, number>>;
}

/** User + system CPU of a process so far, in microseconds (Linux counts in ticks of 10 ms). */
export function cpuMicros(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

export const rssMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

function fire(agent: Agent, origin: URL, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: origin.hostname,
        port: origin.port,
        path: shot.path,
        method: shot.method ?? 'GET',
        headers: { 'accept-encoding': 'br, gzip', ...shot.headers },
      },
      (response) => {
        response.on('data', () => undefined);
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(shot.body);
  });
}

/** Sends `requests` shots over `connections` connections, after `warm` others that are not counted. */
export async function drive(
  origin: string,
  pid: number,
  shotAt: (index: number) => Shot,
  {
    requests,
    connections = 16,
    warm = Math.ceil(requests / 10),
  }: { requests: number; connections?: number; warm?: number },
): Promise<Drive> {
  const url = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const run = async (
    count: number,
    from: number,
    seen: (status: number, millis: number) => void,
  ): Promise<void> => {
    let index = from;
    const lane = async (): Promise<void> => {
      while (index < from + count) {
        const shot = shotAt(index++);
        const started = performance.now();
        const status = await fire(agent, url, shot);
        seen(status, performance.now() - started);
      }
    };
    await Promise.all(Array.from({ length: connections }, lane));
  };
  await run(warm, 0, () => undefined);
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const cpuBefore = cpuMicros(pid);
  const started = performance.now();
  await run(requests, warm, (status, millis) => {
    latencies.push(millis);
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  const seconds = (performance.now() - started) / 1000;
  const cpu = cpuMicros(pid) - cpuBefore;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    requests: latencies.length,
    seconds,
    cpuMicrosPerRequest: cpu / latencies.length,
    p50: at(0.5),
    p99: at(0.99),
    latencies,
    statuses,
  };
}
