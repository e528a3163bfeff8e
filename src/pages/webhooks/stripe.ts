import type { APIRoute } from 'astro';
import { applyPaymentEvent } from '#src/fees/index.ts';

const answer = (status: number, text: string): Response =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** The provider's signed events. 2xx means "do not send it again"; everything else is sent again with pauses. */
export const POST: APIRoute = async ({ request, locals: { deps, requestId } }) => {
  // The signature covers the raw bytes: never parse and serialise in between.
  const event = deps.payments.readEvent(await request.text(), request.headers.get('stripe-signature'));
  if (!event.ok) {
    deps.log.warn({ requestId, refusal: event.code }, 'payment event refused');
    return event.code === 'wrong-mode' ? answer(200, 'ignored') : answer(400, event.code);
  }
  const applied = await applyPaymentEvent(deps, event.value);
  if (!applied.ok) {
    deps.log.info(
      { requestId, event: event.value.id, refusal: applied.code },
      'payment event to be sent again',
    );
    return answer(409, applied.code);
  }
  const { outcome, orderId } = applied.value;
  const details = { requestId, event: event.value.id, kind: event.value.kind, outcome, orderId };
  if (outcome === 'held' || outcome === 'foreign') deps.log.warn(details, 'payment event needs a look');
  else deps.log.info(details, 'payment event');
  return answer(200, outcome);
};
