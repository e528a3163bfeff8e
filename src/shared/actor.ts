/** Who did it, as the audit log keeps it. `id` is an account, API key or job id; never a name or a phone number. */
export type Actor =
  | { readonly kind: 'family'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'api'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string }
  | { readonly kind: 'visitor'; readonly id: 'visitor' };

export const VISITOR: Actor = { kind: 'visitor', id: 'visitor' };
