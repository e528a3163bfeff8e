import type { IncomingMessage } from 'node:http';

/** `::ffff:10.0.0.1` and `10.0.0.1` are the same machine. */
const plain = (address: string): string => address.replace(/^::ffff:/, '');

/**
 * Who is asking. `X-Forwarded-For` counts only when the connection comes from a configured proxy, and then its last entry
 * that is not itself a configured proxy: earlier ones are whatever the client typed. All forwarding headers are removed
 * afterwards, so that nothing further in can believe them.
 */
export function takeClientAddress(req: IncomingMessage, proxies: readonly string[]): string {
  const peer = plain(req.socket.remoteAddress ?? '');
  const forwarded = req.headers['x-forwarded-for'];
  for (const name of Object.keys(req.headers))
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip')
      delete req.headers[name];
  if (!proxies.includes(peer) || forwarded === undefined) return peer;
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)
    .split(',')
    .map((hop) => plain(hop.trim()));
  return hops.reverse().find((hop) => hop !== '' && !proxies.includes(hop)) ?? peer;
}
