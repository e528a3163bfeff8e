/** Refusals of the API as RFC 9457 problem details. */
import { say, type Locale, type Text } from '../shared/i18n.ts';
import { apiMessages, STATUS, type ApiCode } from './integration-messages.ts';

export interface FieldProblem {
  /** JSON pointer into the event. */
  readonly pointer: string;
  readonly detail: string;
}

export interface Refused {
  readonly code: ApiCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly { readonly pointer: string; readonly text: Text }[];
}

/** The API answers in English unless Chinese is asked for: its readers are programs and their engineers. */
export const apiLocale = (request: Pick<Request, 'headers'>): Locale =>
  /^\s*zh\b/i.test(request.headers.get('accept-language') ?? '') ? 'zh' : 'en';

/** The machine-readable body of a refusal; also one line of a bulk answer. */
export const problemOf = (refused: Refused, locale: Locale) => ({
  status: STATUS[refused.code],
  code: refused.code,
  detail: say(apiMessages[refused.code], locale, refused.params),
  ...(refused.errors
    ? {
        errors: refused.errors.map(({ pointer, text }): FieldProblem => ({
          pointer,
          detail: say(text, locale),
        })),
      }
    : {}),
});

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

export function problem(
  refused: Refused,
  locale: Locale,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = problemOf(refused, locale);
  return new Response(
    JSON.stringify({ type: `urn:sdcord:problem:${refused.code}`, title: TITLES[body.status], ...body }),
    {
      status: body.status,
      headers: {
        'content-type': 'application/problem+json',
        'content-language': locale === 'zh' ? 'zh-CN' : 'en',
        'cache-control': 'no-store',
        vary: 'accept-language',
        ...headers,
      },
    },
  );
}
