/**
 * What a POST must be before anything runs. Astro runs the action named in `?_action=` on whatever route was asked, before
 * the route itself: so a door that takes a key or a signature instead of our own page must not run actions at all.
 */
import { originRefusal, type OriginRefusal } from './origin-check.ts';

export interface PostRefusal {
  readonly status: 400 | 403 | 404 | 415;
  readonly why: OriginRefusal | 'no-actions-here' | 'no-such-action' | 'not-a-form' | 'broken-form';
}

export interface Door {
  /** The public origin, such as `https://www.example.cn`. */
  readonly origin: string;
  /** The caller proves itself by an API key or a signature: no page of ours posts here. */
  readonly provesItself: boolean;
  /** Astro's own address for calling actions from scripts; no page here uses it. */
  readonly callsActions: boolean;
  readonly isAction: (name: string) => boolean;
}

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Null when the POST may go on. The request's body can still be read afterwards. */
export async function postRefusal(request: Request, door: Door): Promise<PostRefusal | null> {
  const action = new URL(request.url).searchParams.get('_action');
  if (door.provesItself) return action === null ? null : { status: 404, why: 'no-actions-here' };
  const elsewhere = originRefusal(request.headers, door.origin);
  if (elsewhere !== null) return { status: 403, why: elsewhere };
  if (door.callsActions) return { status: 404, why: 'no-actions-here' };
  if (action !== null && !door.isAction(action)) return { status: 404, why: 'no-such-action' };
  const type = request.headers.get('content-type')?.split(';')[0]?.toLowerCase() ?? '';
  if (!FORM_TYPES.includes(type)) return { status: 415, why: 'not-a-form' };
  try {
    await request.clone().formData();
  } catch {
    return { status: 400, why: 'broken-form' };
  }
  return null;
}
