/**
 * What tests may ask of the sandbox: hold, duplicate, delay and reorder webhooks, end a checkout, settle a late payment.
 *
 *   GET  /sandbox/events                                 every event with its deliveries
 *   POST /sandbox/deliveries?hold=yes|no&times=2&delay=500   rules from now on
 *   POST /sandbox/release?order=as-created|reversed      let go of what is held, one after the other
 *   POST /sandbox/events/<id>/again                      send one event once more
 *   POST /sandbox/checkouts/<id>/expire
 *   POST /sandbox/checkouts/<id>/settle?arrived=yes|no   end the wait of a late payment
 *   POST /sandbox/payments/<id>/refund?amount=<fen>
 */
import type { Deliveries } from './deliveries.ts';
import type { Records } from './records.ts';
import type { Till } from './till.ts';

export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

const done = (body: unknown): ControlAnswer => ({ status: 200, body });
const missing: ControlAnswer = { status: 404, body: { error: 'not found' } };

export function controlApi(records: Records, till: Till, deliveries: Deliveries) {
  return async (method: string, path: string, query: URLSearchParams): Promise<ControlAnswer> => {
    const [, room = '', id = '', verb = ''] = path.split('/');
    const call = `${method} ${room}${id ? '/:id' : ''}${verb ? `/${verb}` : ''}`;
    switch (call) {
      case 'GET events':
        return done(
          records.all('event').map((event) => ({
            id: event.id,
            type: event.type,
            created: event.created,
            object: event.data.object,
            deliveries: records.all('delivery').filter((delivery) => delivery.eventId === event.id),
          })),
        );
      case 'POST deliveries': {
        const hold = query.get('hold');
        const times = query.get('times');
        const delay = query.get('delay');
        return done(
          deliveries.rules({
            ...(hold === null ? {} : { hold: hold === 'yes' }),
            ...(times === null ? {} : { times: Math.min(10, Math.max(1, Number(times) || 1)) }),
            ...(delay === null ? {} : { delayMs: Math.max(0, Number(delay) || 0) }),
          }),
        );
      }
      case 'POST release':
        return done({
          sent: await deliveries.release(query.get('order') === 'reversed' ? 'reversed' : 'as-created'),
        });
      case 'POST events/:id/again': {
        if (!records.get('event', id)) return missing;
        return done({ status: await deliveries.again(id) });
      }
      case 'POST checkouts/:id/expire':
        return till.checkout(id) ? done({ expired: till.expire(id) }) : missing;
      case 'POST checkouts/:id/settle':
        return till.checkout(id)
          ? done({ settled: till.settleLater(id, query.get('arrived') !== 'no') })
          : missing;
      case 'POST payments/:id/refund': {
        const amount = query.get('amount');
        const refund = till.refund(id, amount === null ? null : Number(amount));
        return typeof refund === 'string' ? { status: 400, body: { error: refund } } : done(refund);
      }
      default:
        return missing;
    }
  };
}
