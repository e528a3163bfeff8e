/**
 * Aliyun SMS, `SendSms` 2017-05-25, signed with ACS3-HMAC-SHA256.
 * https://help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import { SmsRefused, type SmsSender } from './sms.ts';

export interface AliyunOptions {
  readonly keyId: string;
  readonly keySecret: string;
  readonly signName: string;
  /** A template with one variable, `${content}`. */
  readonly template: string;
  readonly now: Clock;
  readonly fetch?: typeof fetch;
  readonly nonce?: () => string;
}

const HOST = 'dysmsapi.aliyuncs.com';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** RFC 3986: `encodeURIComponent` leaves `!'()*` alone, the signature does not. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export const aliyunSms = (options: AliyunOptions): SmsSender => ({
  async send({ to, text }) {
    const query = Object.entries({
      PhoneNumbers: to,
      SignName: options.signName,
      TemplateCode: options.template,
      TemplateParam: JSON.stringify({ content: text }),
    })
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&');
    const headers: Record<string, string> = {
      host: HOST,
      'x-acs-action': 'SendSms',
      'x-acs-content-sha256': sha256(''),
      'x-acs-date': new Date(options.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
      'x-acs-signature-nonce': options.nonce?.() ?? randomUUID(),
      'x-acs-version': '2017-05-25',
    };
    const signed = Object.keys(headers).sort();
    const canonical = [
      'POST',
      '/',
      query,
      ...signed.map((name) => `${name}:${headers[name]}`),
      '',
      signed.join(';'),
      sha256(''),
    ].join('\n');
    const signature = createHmac('sha256', options.keySecret)
      .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
      .digest('hex');
    const { host: _host, ...sent } = headers;
    const response = await (options.fetch ?? fetch)(`https://${HOST}/?${query}`, {
      method: 'POST',
      headers: {
        ...sent,
        authorization: `ACS3-HMAC-SHA256 Credential=${options.keyId},SignedHeaders=${signed.join(';')},Signature=${signature}`,
      },
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json().catch(() => ({}))) as { Code?: string };
    if (answer.Code !== 'OK') throw new SmsRefused('aliyun', answer.Code ?? `HTTP ${response.status}`);
  },
});
