/** The payment page's own addresses: `/pay/<checkout>`, `…/card`, `…/alipay`, `…/wechat`. */
import type Stripe from 'stripe';
import type { Locale } from '../../../shared/i18n.ts';
import {
  endedPage,
  localeOf,
  payPage,
  returnAddress,
  walletPage,
  type CardErrors,
  type CardInput,
  type Problem,
} from './payment-page.ts';
import type { Records } from './records.ts';
import { MISHAPS, TEST_CARDS, type Mishap, type Outcome, type Till } from './till.ts';

export interface PageAnswer {
  readonly status: number;
  readonly html?: string;
  readonly location?: string;
  readonly checkout?: Stripe.Checkout.Session | undefined;
}

const isMishap = (wish: string | null): wish is Mishap => MISHAPS.includes(wish as Mishap);
const PROBLEMS: readonly Outcome[] = ['card_declined', 'insufficient_funds', 'expired_card', 'refused'];
const isProblem = (outcome: string | null): outcome is Problem => PROBLEMS.includes(outcome as Outcome);

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
};

const halfWidth = (text: string): string => text.normalize('NFKC').trim();

export function checkCard(card: CardInput, now: Date): CardErrors {
  const number = halfWidth(card.number).replace(/[\s-]/g, '');
  const expiry = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(halfWidth(card.expiry));
  const month = Number(expiry?.[1]);
  const year = Number(expiry?.[2]) + (expiry?.[2]?.length === 2 ? 2000 : 0);
  const months = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
  return {
    ...(number === ''
      ? { number: 'numberMissing' }
      : !/^\d{12,19}$/.test(number) || !luhn(number)
        ? { number: 'numberWrong' }
        : !(number in TEST_CARDS)
          ? { number: 'numberReal' }
          : {}),
    ...(expiry && month >= 1 && month <= 12 && year * 12 + month - 1 >= months(now)
      ? {}
      : { expiry: 'expiryWrong' }),
    ...(/^\d{3,4}$/.test(halfWidth(card.cvc)) ? {} : { cvc: 'cvcWrong' }),
  };
}

export function payRoutes(records: Records, till: Till, options: { now: () => number; laterMs: number }) {
  const finished = (checkout: Stripe.Checkout.Session): PageAnswer => ({
    status: 303,
    location: returnAddress(checkout.success_url ?? '/', checkout.id),
    checkout,
  });

  function after(outcome: Outcome, checkout: Stripe.Checkout.Session): PageAnswer {
    const now = till.checkout(checkout.id) ?? checkout;
    if (outcome === 'later') setTimeout(() => till.settleLater(checkout.id, true), options.laterMs).unref();
    if (outcome === 'paid' || outcome === 'later' || isMishap(outcome)) return finished(now);
    // Post, redirect, get: reloading must not pay or fail again.
    return {
      status: 303,
      location: `/pay/${checkout.id}${isProblem(outcome) ? `?problem=${outcome}` : ''}`,
      checkout: now,
    };
  }

  return (method: string, address: URL, form: URLSearchParams): PageAnswer => {
    const [, room, id = '', step = ''] = address.pathname.split('/');
    const checkout = room === 'pay' ? till.checkout(id) : undefined;
    const locale: Locale = checkout
      ? localeOf(checkout)
      : address.searchParams.get('lang') === 'en'
        ? 'en'
        : 'zh';
    if (!checkout) return { status: 404, html: endedPage(undefined, locale) };
    if (checkout.status !== 'open') return { status: 410, html: endedPage(checkout, locale), checkout };
    const view = { checkout, description: records.get('intention', id)?.description ?? '' };

    if (method === 'GET' || method === 'HEAD') {
      if (step === 'alipay' || step === 'wechat')
        return { status: 200, html: walletPage(view, step), checkout };
      const problem = address.searchParams.get('problem');
      return {
        status: 200,
        html: payPage({ ...view, problem: isProblem(problem) ? problem : null }),
        checkout,
      };
    }
    if (method !== 'POST') return { status: 405, html: payPage(view), checkout };
    if (step === 'card') {
      const card: CardInput = {
        number: form.get('number') ?? '',
        expiry: form.get('expiry') ?? '',
        cvc: form.get('cvc') ?? '',
      };
      const errors = checkCard(card, new Date(options.now()));
      if (Object.keys(errors).length > 0)
        return { status: 422, html: payPage({ ...view, card, errors }), checkout };
      const wish = TEST_CARDS[halfWidth(card.number).replace(/[\s-]/g, '')] ?? 'card_declined';
      return after(till.pay(id, 'card', wish), checkout);
    }
    if (step === 'mishap') {
      const wish = form.get('wish');
      return isMishap(wish)
        ? after(till.mishap(id, wish), checkout)
        : { status: 422, html: payPage(view), checkout };
    }
    if (step === 'alipay' || step === 'wechat') {
      const wish = form.get('outcome');
      if (wish !== 'paid' && wish !== 'later' && wish !== 'refused')
        return { status: 422, html: walletPage(view, step), checkout };
      return after(till.pay(id, step === 'wechat' ? 'wechat_pay' : 'alipay', wish), checkout);
    }
    return { status: 404, html: payPage(view), checkout };
  };
}
