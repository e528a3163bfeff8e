/** The hosted payment page: plain HTML that works without JavaScript and loads nothing but its own style sheet. */
import type Stripe from 'stripe';
import { encode } from 'uqr';
import { languageTag, translator, type Locale } from '../../../shared/i18n.ts';
import { pageWords } from './page-words.ts';
import { MISHAPS } from './till.ts';

export interface CardInput {
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
}
export type CardErrors = Partial<
  Record<keyof CardInput, 'numberMissing' | 'numberWrong' | 'numberReal' | 'expiryWrong' | 'cvcWrong'>
>;
export type Problem = 'card_declined' | 'insufficient_funds' | 'expired_card' | 'refused';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const yuan = (fen: number): string =>
  `¥${new Intl.NumberFormat('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 }).format(fen / 100)}`;

export const localeOf = (checkout: Stripe.Checkout.Session | undefined): Locale =>
  checkout?.locale === 'en' ? 'en' : 'zh';

function page(locale: Locale, title: string, body: string): string {
  const t = translator(pageWords, locale);
  return `<!doctype html>
<html lang="${languageTag(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${esc(title)} · ${esc(t('sandbox'))}</title><link rel="stylesheet" href="/pay.css"></head>
<body><header class="band"><b>${esc(t('sandbox'))}</b><p>${esc(t('sandboxLine'))}</p></header>
<main>${body}</main></body></html>`;
}

function summary(checkout: Stripe.Checkout.Session, description: string, locale: Locale): string {
  const t = translator(pageWords, locale);
  const number = checkout.metadata?.['order_number'] ?? '';
  return `<dl class="sum"><div class="t"><dt>${esc(t('amount'))}</dt><dd>${yuan(checkout.amount_total ?? 0)}</dd></div>
<div><dt>${esc(t('order'))}</dt><dd>${esc(description)}${number && !description.includes(number) ? `<br>${esc(number)}` : ''}</dd></div></dl>`;
}

const problemBox = (problem: Problem | null, locale: Locale): string => {
  const t = translator(pageWords, locale);
  return problem
    ? `<div class="bad" role="alert"><b>${esc(t('problemTitle'))}</b>${esc(t(problem))}</div>`
    : '';
};

export interface PayPage {
  readonly checkout: Stripe.Checkout.Session;
  readonly description: string;
  readonly problem?: Problem | null;
  readonly card?: CardInput;
  readonly errors?: CardErrors;
}

/** Choose a method; the card form is open first. A wrong field keeps what was typed, except the security code. */
export function payPage({ checkout, description, problem = null, card, errors = {} }: PayPage): string {
  const locale = localeOf(checkout);
  const t = translator(pageWords, locale);
  const to = `/pay/${checkout.id}`;
  const field = (name: keyof CardInput, label: string, hint: string, attributes: string): string => {
    const wrong = errors[name];
    return `<div><label for="${name}">${esc(label)}<span class="hint" id="${name}-hint">${esc(hint)}</span></label>${
      wrong ? `<span class="err" id="${name}-err">${esc(t(wrong))}</span>` : ''
    }<input id="${name}" name="${name}" inputmode="numeric" value="${esc(name === 'cvc' ? '' : (card?.[name] ?? ''))}" aria-describedby="${wrong ? `${name}-err ` : ''}${name}-hint"${wrong ? ' aria-invalid="true" class="wrong"' : ''} ${attributes}></div>`;
  };
  const methods = checkout.payment_method_types;
  const cardForm = `<details name="method" open><summary>${esc(t('card'))}</summary><form method="post" action="${to}/card" novalidate>
${field('number', t('cardNumber'), t('cardHint'), 'autocomplete="off" maxlength="23"')}
<div class="pair">${field('expiry', t('expiry'), t('expiryHint'), 'autocomplete="off" maxlength="7"')}${field('cvc', t('cvc'), t('cvcHint'), 'autocomplete="off" maxlength="4"')}</div>
<button type="submit">${esc(t('payNow', { amount: yuan(checkout.amount_total ?? 0) }))}</button></form></details>`;
  const wallet = (path: string, label: string, go: string): string =>
    `<details name="method"><summary>${esc(label)}</summary><a class="btn" href="${to}/${path}">${esc(go)}</a></details>`;
  return page(
    locale,
    t('payTitle'),
    `<h1>${esc(t('payTitle'))}</h1>${problemBox(problem, locale)}${summary(checkout, description, locale)}
<h2>${esc(t('chooseMethod'))}</h2>${methods.includes('card') ? cardForm : ''}${
      methods.includes('alipay') ? wallet('alipay', t('alipay'), t('toAlipay')) : ''
    }${methods.includes('wechat_pay') ? wallet('wechat', t('wechat'), t('toWechat')) : ''}
${checkout.cancel_url ? `<p><a class="cancel" href="${esc(checkout.cancel_url)}">${esc(t('cancel'))}</a></p>` : ''}${mishaps(to, locale)}`,
  );
}

/** What a real provider has no button for: money that does not match its order, so that finance's side can be tried. */
function mishaps(to: string, locale: Locale): string {
  const t = translator(pageWords, locale);
  return `<section class="try"><h2>${esc(t('mishapTitle'))}</h2><p>${esc(t('mishapLine'))}</p><form method="post" action="${to}/mishap">
${MISHAPS.map((wish) => `<button class="quiet" name="wish" value="${wish}">${esc(t(`mishap.${wish}`))}</button>`).join('\n')}</form></section>`;
}

/** The phone's side of Alipay or WeChat Pay, played by three buttons. */
export function walletPage(
  { checkout, description }: Pick<PayPage, 'checkout' | 'description'>,
  wallet: 'alipay' | 'wechat',
): string {
  const locale = localeOf(checkout);
  const t = translator(pageWords, locale);
  const to = `/pay/${checkout.id}`;
  const title = wallet === 'alipay' ? t('walletTitleAlipay') : t('walletTitleWechat');
  const amount = yuan(checkout.amount_total ?? 0);
  return page(
    locale,
    title,
    `<h1>${esc(title)}</h1>${summary(checkout, description, locale)}${
      wallet === 'wechat' ? qr(`sandbox:${checkout.metadata?.['order_number'] ?? ''}`, t('qrAlt')) : ''
    }
<p class="say">${esc(t('walletLine'))}</p><form method="post" action="${to}/${wallet}">
<button name="outcome" value="paid">${esc(t('authorise', { amount }))}</button>
<button class="quiet" name="outcome" value="later">${esc(t('later'))}</button>
<button class="quiet" name="outcome" value="refused">${esc(t('refuse'))}</button></form>
<p><a class="cancel" href="${to}">${esc(t('back'))}</a></p>`,
  );
}

function qr(text: string, label: string): string {
  const { data, size } = encode(text, { border: 2 });
  let path = '';
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  return `<p class="qr"><svg role="img" aria-label="${esc(label)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg></p>`;
}

/** Paid, expired or unknown: nothing can be paid here any more. */
export function endedPage(checkout: Stripe.Checkout.Session | undefined, locale: Locale): string {
  const t = translator(pageWords, locale);
  if (!checkout)
    return page(locale, t('unknown'), `<h1>${esc(t('unknown'))}</h1><p>${esc(t('unknownLine'))}</p>`);
  const back = checkout.status === 'complete' ? checkout.success_url : checkout.cancel_url;
  return page(
    locale,
    t('gone'),
    `<h1>${esc(t('gone'))}</h1><p>${esc(t(checkout.status === 'complete' ? 'completeLine' : 'expiredLine'))}</p>${
      back ? `<a class="btn" href="${esc(returnAddress(back, checkout.id))}">${esc(t('toOrder'))}</a>` : ''
    }`,
  );
}

/** Stripe fills `{CHECKOUT_SESSION_ID}` in the address it returns to. */
export const returnAddress = (url: string, id: string): string => url.replaceAll('{CHECKOUT_SESSION_ID}', id);
