import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aliyunSms } from './aliyun-sms.ts';
import { SmsRefused } from './sms.ts';
import { tencentSms } from './tencent-sms.ts';

interface Seen {
  url: string;
  headers: Record<string, string>;
  body: string;
}
/** Stands where the provider is: keeps what was sent and gives the answer it was told to. */
function provider(answer: unknown, status = 200) {
  const seen: Seen[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    seen.push({
      url: String(input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: typeof init?.body === 'string' ? init.body : '',
    });
    return Response.json(answer, { status });
  };
  return { seen, fetch };
}
const now = () => Date.parse('2026-11-20T02:00:00Z');
const sms = { to: '13800138000', text: '验证码（仅本次有效）：123456' };
const aliyun = (fetch: typeof globalThis.fetch) =>
  aliyunSms({
    keyId: 'id',
    keySecret: 'secret',
    signName: '脐血库',
    template: 'SMS_1',
    now,
    fetch,
    nonce: () => 'n',
  });
const tencent = (fetch: typeof globalThis.fetch) =>
  tencentSms({
    keyId: 'id',
    keySecret: 'secret',
    appId: '14',
    signName: '脐血库',
    template: '1',
    region: 'ap-beijing',
    now,
    fetch,
  });

describe('Aliyun', () => {
  it('gets the message in a request that the documented recipe verifies', async () => {
    const { seen, fetch } = provider({ Code: 'OK' });
    await aliyun(fetch).send(sms);
    const [{ url, headers }] = seen as [Seen];
    const { searchParams, search } = new URL(url);
    expect(searchParams.get('PhoneNumbers')).toBe(sms.to);
    expect(JSON.parse(searchParams.get('TemplateParam') ?? '')).toEqual({ content: sms.text });
    // RFC 3986: what the provider re-encodes must be what was sent.
    expect(search.slice(1)).not.toMatch(/[!'()*+]/);
    const signed = /SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '')?.[1] ?? '';
    const all: Record<string, string> = { ...headers, host: new URL(url).host };
    const empty = createHash('sha256').update('').digest('hex');
    const lines = signed.split(';').map((name) => `${name}:${all[name]}\n`);
    const canonical = `POST\n/\n${search.slice(1)}\n${lines.join('')}\n${signed}\n${empty}`;
    const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
    expect(headers['authorization']).toContain(
      `Signature=${createHmac('sha256', 'secret').update(toSign).digest('hex')}`,
    );
    expect(headers['x-acs-date']).toBe('2026-11-20T02:00:00Z');
  });
  it('says no: the code is kept, the number is not', async () => {
    const { fetch } = provider({ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: sms.to });
    const refused: unknown = await aliyun(fetch)
      .send(sms)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SmsRefused);
    expect(refused).toMatchObject({ code: 'isv.BUSINESS_LIMIT_CONTROL' });
    expect(String(refused)).not.toContain(sms.to);
  });
});

describe('Tencent', () => {
  it('gets the message in a signed request', async () => {
    const { seen, fetch } = provider({ Response: { SendStatusSet: [{ Code: 'Ok' }] } });
    await tencent(fetch).send(sms);
    const [{ headers, body }] = seen as [Seen];
    expect(JSON.parse(body)).toMatchObject({
      PhoneNumberSet: ['+8613800138000'],
      TemplateParamSet: [sms.text],
    });
    expect(headers['x-tc-timestamp']).toBe(String(now() / 1000));
    expect(headers['authorization']).toMatch(
      /^TC3-HMAC-SHA256 Credential=id\/2026-11-20\/sms\/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=[0-9a-f]{64}$/,
    );
  });
  it.each([
    [{ Response: { Error: { Code: 'AuthFailure.SignatureFailure' } } }, 'AuthFailure.SignatureFailure'],
    [
      { Response: { SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberDailyLimit' }] } },
      'LimitExceeded.PhoneNumberDailyLimit',
    ],
    [{}, 'HTTP 200'],
  ])('says no: %j', async (answer, code) => {
    await expect(tencent(provider(answer).fetch).send(sms)).rejects.toMatchObject({ code });
  });
});
