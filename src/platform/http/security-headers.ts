/** Headers every answer carries, and what a page's own Content-Security-Policy still lacks when Astro has made it. */
export interface HeaderSettings {
  /** Only in production: in a demo it would pin `localhost` to https for every other program. */
  readonly https: boolean;
  /** Where a form's redirect may lead besides this site: the checkout page of the payment provider. */
  readonly formTargets: readonly string[];
}

export function securityHeaders({ https }: HeaderSettings): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** For what is not a page: data and files load nothing. */
const NOTHING = "default-src 'none'";

/** A response's final policy. `own` is what Astro wrote for this very page (hashes of its scripts and styles). */
export function contentPolicy(own: string | undefined, { https, formTargets }: HeaderSettings): string {
  const base = own === undefined || own.trim() === '' ? NOTHING : own.trim().replace(/;$/, '');
  return [
    base,
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
