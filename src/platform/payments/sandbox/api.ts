/** The part of Stripe's REST API the portal uses, in the words the real SDK expects. */
import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { readForm, stringsOf, textAt, treeAt, type FormTree } from './form-body.ts';
import type { MethodType } from './objects.ts';
import type { Records } from './records.ts';
import type { Till } from './till.ts';

export interface ApiRequest {
  readonly method: string;
  /** Without `/v1`. */
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly body: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  readonly replayed?: boolean;
}

const json = (status: number, value: unknown): ApiAnswer => ({ status, body: JSON.stringify(value) });

const problem = (
  status: number,
  message: string,
  more: { param?: string; code?: string; type?: string } = {},
): ApiAnswer => json(status, { error: { type: more.type ?? 'invalid_request_error', message, ...more } });

const METHODS = ['card', 'alipay', 'wechat_pay'] as const satisfies readonly MethodType[];
const isMethod = (name: string): name is MethodType => (METHODS as readonly string[]).includes(name);

export function stripeApi(records: Records, till: Till, now: () => number) {
  function openCheckout(form: FormTree): ApiAnswer {
    const nowSeconds = Math.floor(now() / 1000);
    if (textAt(form, 'mode') !== 'payment')
      return problem(400, 'The sandbox gateway only knows mode=payment.', { param: 'mode' });
    const successUrl = textAt(form, 'success_url');
    if (!successUrl || !URL.canParse(successUrl))
      return problem(400, 'Not a valid URL', { param: 'success_url', code: 'url_invalid' });
    const cancelUrl = textAt(form, 'cancel_url');
    if (cancelUrl !== undefined && !URL.canParse(cancelUrl))
      return problem(400, 'Not a valid URL', { param: 'cancel_url', code: 'url_invalid' });
    if (form['payment_method_types'] !== undefined)
      return problem(400, 'Received unknown parameter: payment_method_types', {
        param: 'payment_method_types',
        code: 'parameter_unknown',
      });

    const items = Object.values(treeAt(form, 'line_items'));
    let amount = 0;
    const names: string[] = [];
    for (const [index, item] of items.entries()) {
      const at = `line_items[${index}]`;
      if (typeof item === 'string') return problem(400, 'Invalid object', { param: at });
      const price = treeAt(item, 'price_data');
      if (textAt(price, 'currency') !== 'cny')
        return problem(400, 'The sandbox gateway only takes cny.', { param: `${at}[price_data][currency]` });
      const unit = Number(textAt(price, 'unit_amount'));
      const quantity = Number(textAt(item, 'quantity') ?? '1');
      if (!Number.isInteger(unit) || unit <= 0 || !Number.isInteger(quantity) || quantity <= 0)
        return problem(400, 'Invalid integer', { param: `${at}[price_data][unit_amount]` });
      amount += unit * quantity;
      names.push(textAt(price, 'product_data', 'name') ?? '');
    }
    if (amount === 0) return problem(400, 'Missing required param: line_items.', { param: 'line_items' });

    const wanted = Object.values(treeAt(form, 'allowed_payment_method_types')).filter(
      (name) => typeof name === 'string',
    );
    const methods = (wanted.length > 0 ? wanted : [...METHODS]).filter(isMethod);
    if (
      methods.includes('wechat_pay') &&
      textAt(form, 'payment_method_options', 'wechat_pay', 'client') !== 'web'
    )
      return problem(400, 'WeChat Pay needs client=web.', {
        param: 'payment_method_options[wechat_pay][client]',
      });

    const expiresAt = Number(textAt(form, 'expires_at') ?? nowSeconds + 24 * 3600);
    if (!Number.isInteger(expiresAt) || expiresAt < nowSeconds + 1790 || expiresAt > nowSeconds + 86_410)
      return problem(400, 'The `expires_at` timestamp must be 30 minutes to 24 hours from now.', {
        param: 'expires_at',
      });
    const locale = textAt(form, 'locale');
    return json(
      200,
      till.open(
        {
          amount,
          currency: 'cny',
          description: names.join(', '),
          locale: locale === 'en' ? 'en' : 'zh',
          clientReference: textAt(form, 'client_reference_id') ?? null,
          metadata: stringsOf(treeAt(form, 'metadata')),
          methods,
          successUrl,
          cancelUrl: cancelUrl ?? null,
          expiresAt,
        },
        {
          description: textAt(form, 'payment_intent_data', 'description') ?? names.join(', '),
          metadata: stringsOf(treeAt(form, 'payment_intent_data', 'metadata')),
        },
      ),
    );
  }

  function refund(form: FormTree): ApiAnswer {
    const amount = textAt(form, 'amount');
    const made = till.refund(
      textAt(form, 'payment_intent') ?? '',
      amount === undefined ? null : Number(amount),
    );
    if (made === 'no-such-payment')
      return problem(404, 'No such payment_intent', { param: 'payment_intent', code: 'resource_missing' });
    if (made === 'too-much')
      return problem(400, 'Refund amount is greater than what is left of the charge.', {
        param: 'amount',
        code: 'charge_already_refunded',
      });
    return json(200, made);
  }

  function expanded(payment: Stripe.PaymentIntent, query: FormTree): Stripe.PaymentIntent {
    const wants = Object.values(treeAt(query, 'expand')).includes('latest_charge');
    const charge =
      wants && typeof payment.latest_charge === 'string'
        ? records.get('charge', payment.latest_charge)
        : undefined;
    return charge ? { ...payment, latest_charge: charge } : payment;
  }

  const found = (value: unknown, what: string): ApiAnswer =>
    value === undefined
      ? problem(404, `No such ${what}`, { code: 'resource_missing', param: 'id' })
      : json(200, value);

  function route(request: ApiRequest): ApiAnswer {
    const form = readForm(request.body);
    const query = readForm(request.query);
    const [collection = '', ...rest] = request.path
      .replace(/^\/checkout\/sessions/, '/sessions')
      .split('/')
      .slice(1);
    const id = rest[0] ?? '';
    const call = `${request.method} ${collection}${rest.length > 0 ? '/:id' : ''}${rest[1] ? `/${rest[1]}` : ''}`;
    switch (call) {
      case 'POST sessions':
        return openCheckout(form);
      case 'GET sessions/:id':
        return found(till.checkout(id), 'checkout.session');
      case 'POST sessions/:id/expire':
        if (!till.checkout(id)) return found(undefined, 'checkout.session');
        return till.expire(id)
          ? json(200, till.checkout(id))
          : problem(400, 'Only Checkout Sessions with a status of open can be expired.');
      case 'GET payment_intents/:id': {
        const payment = records.get('payment', id);
        return found(payment && expanded(payment, query), 'payment_intent');
      }
      case 'GET charges/:id':
        return found(records.get('charge', id), 'charge');
      case 'POST refunds':
        return refund(form);
      case 'GET refunds/:id':
        return found(records.get('refund', id), 'refund');
      case 'GET events/:id':
        return found(records.get('event', id), 'event');
      case 'GET events': {
        const limit = Math.min(Number(textAt(query, 'limit') ?? '10') || 10, 100);
        const newest = records.all('event').reverse();
        const after = textAt(query, 'starting_after');
        const from = after === undefined ? 0 : newest.findIndex((event) => event.id === after) + 1;
        const data = newest.slice(from, from + limit);
        return json(200, {
          object: 'list',
          url: '/v1/events',
          has_more: from + limit < newest.length,
          data,
        } satisfies Stripe.ApiList<Stripe.Event>);
      }
      default:
        return problem(404, `The sandbox gateway does not know ${request.method} /v1${request.path}.`);
    }
  }

  return (request: ApiRequest): ApiAnswer => {
    const key = /^Bearer (\S+)$/.exec(request.authorization ?? '')?.[1] ?? '';
    if (/^[sr]k_live_/.test(key))
      return problem(401, 'This is a sandbox without real money. It refuses live keys.', {
        code: 'live_key_refused',
      });
    if (!key.startsWith('sk_test_')) return problem(401, 'Invalid API Key provided.');
    if (request.method !== 'POST' || !request.idempotencyKey) return route(request);

    // https://docs.stripe.com/api/idempotent_requests: the first answer is repeated; other parameters are refused.
    const requestHash = createHash('sha256').update(`${request.path}\n${request.body}`).digest('hex');
    const before = records.get('idempotency', request.idempotencyKey);
    if (before && before.requestHash !== requestHash)
      return problem(400, 'Keys for idempotent requests can only be used with the same parameters.', {
        type: 'idempotency_error',
      });
    if (before) return { status: before.status, body: before.body, replayed: true };
    const answer = route(request);
    records.put('idempotency', request.idempotencyKey, {
      requestHash,
      status: answer.status,
      body: answer.body,
    });
    return answer;
  };
}
