/** Headers every answer carries, made once: they depend on where the house runs and on nothing else. */
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

/**
 * What a page of ours may load. The build writes no inline script and no inline style, so no page needs hashes of its own
 * and the policy is one constant: stricter, and nothing to compute for each request.
 */
const PAGE = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
] as const;
/** For what is not a page: data and files load nothing and, opened by themselves, run nothing. */
const NOTHING = ["default-src 'none'", 'sandbox'] as const;

export interface Policies {
  readonly page: string;
  readonly data: string;
}

/** The Content-Security-Policy of pages and of everything else. */
export function contentPolicies({ https, formTargets }: HeaderSettings): Policies {
  const complete = (base: readonly string[]): string =>
    [
      ...base,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "frame-ancestors 'none'",
      ...(https ? ['upgrade-insecure-requests'] : []),
    ].join('; ');
  return { page: complete(PAGE), data: complete(NOTHING) };
}
