/**
 * Tencent Cloud SMS, `SendSms` 2021-01-11, signed with TC3-HMAC-SHA256.
 * https://cloud.tencent.com/document/api/382/52071
 */
import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import { SmsRefused, type SmsSender } from './sms.ts';

export interface TencentOptions {
  readonly keyId: string;
  readonly keySecret: string;
  readonly appId: string;
  readonly signName: string;
  /** A template with one variable, `{1}`. */
  readonly template: string;
  readonly region: string;
  readonly now: Clock;
  readonly fetch?: typeof fetch;
}

const HOST = 'sms.tencentcloudapi.com';
const TYPE = 'application/json; charset=utf-8';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const tencentSms = (options: TencentOptions): SmsSender => ({
  async send({ to, text }) {
    const body = JSON.stringify({
      PhoneNumberSet: [`+86${to}`],
      SmsSdkAppId: options.appId,
      SignName: options.signName,
      TemplateId: options.template,
      TemplateParamSet: [text],
    });
    const seconds = Math.floor(options.now() / 1000);
    const date = new Date(seconds * 1000).toISOString().slice(0, 10);
    const canonical = [
      'POST',
      '/',
      '',
      `content-type:${TYPE}`,
      `host:${HOST}`,
      'x-tc-action:sendsms',
      '',
      'content-type;host;x-tc-action',
      sha256(body),
    ].join('\n');
    const scope = `${date}/sms/tc3_request`;
    const key = hmac(hmac(hmac(`TC3${options.keySecret}`, date), 'sms'), 'tc3_request');
    const signature = hmac(key, `TC3-HMAC-SHA256\n${seconds}\n${scope}\n${sha256(canonical)}`).toString(
      'hex',
    );
    const response = await (options.fetch ?? fetch)(`https://${HOST}/`, {
      method: 'POST',
      headers: {
        'content-type': TYPE,
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': options.region,
        'x-tc-timestamp': String(seconds),
        authorization: `TC3-HMAC-SHA256 Credential=${options.keyId}/${scope}, SignedHeaders=content-type;host;x-tc-action, Signature=${signature}`,
      },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json().catch(() => ({}))) as {
      Response?: { Error?: { Code?: string }; SendStatusSet?: { Code?: string }[] };
    };
    const code = answer.Response?.Error?.Code ?? answer.Response?.SendStatusSet?.[0]?.Code;
    if (code !== 'Ok') throw new SmsRefused('tencent', code ?? `HTTP ${response.status}`);
  },
});
