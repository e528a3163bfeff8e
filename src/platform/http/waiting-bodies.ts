/**
 * Bodies that are still arriving. Nobody has proved anything yet, so they hold none of the places where requests are worked
 * on; and where too many wait, the one that has waited longest makes room. An honest body is here for milliseconds, so a
 * crowd of slow ones only ever turns out its own.
 */
export interface WaitingLimits {
  /** Bodies of the whole house at once. */
  readonly inAll: number;
  /** Bodies from one network address at once. Many families share one behind a mobile network. */
  readonly perAddress: number;
}

export const WAITING: WaitingLimits = { inAll: 256, perAddress: 16 };

export interface WaitingBody {
  /** Aborted when another needs the room more. */
  readonly signal: AbortSignal;
  leave(): void;
}

export interface WaitingBodies {
  /** `group`: others that are counted together besides; null for none. */
  enter(address: string, group: { readonly name: string; readonly most: number } | null): WaitingBody;
}

export function waitingBodies({ inAll, perAddress }: WaitingLimits): WaitingBodies {
  /** Oldest first: a set keeps the order in which they came. */
  const groups = new Map<string, Set<WaitingBody & { turnOut(): void }>>();
  return {
    enter(address, group) {
      const mine: readonly (readonly [name: string, most: number])[] = [
        ['all', inAll],
        [`address|${address}`, perAddress],
        ...(group ? ([[`group|${group.name}`, group.most]] as const) : []),
      ];
      const given = new AbortController();
      const body = {
        signal: given.signal,
        leave() {
          for (const [name] of mine) {
            const members = groups.get(name);
            members?.delete(body);
            if (members?.size === 0) groups.delete(name);
          }
        },
        turnOut() {
          body.leave();
          given.abort();
        },
      };
      for (const [name, most] of mine) {
        const eldest = groups.get(name);
        if (eldest && eldest.size >= most) [...eldest.values().take(1)][0]?.turnOut();
        const members = groups.get(name) ?? new Set();
        groups.set(name, members.add(body));
      }
      return body;
    },
  };
}
