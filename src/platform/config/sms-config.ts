/** Mainland providers send registered templates only: ours has one variable, the whole sentence. */
export type SmsConfig =
  | {
      readonly provider: 'aliyun';
      readonly keyId: string;
      readonly keySecret: string;
      readonly signName: string;
      readonly template: string;
    }
  | {
      readonly provider: 'tencent';
      readonly keyId: string;
      readonly keySecret: string;
      readonly signName: string;
      readonly template: string;
      readonly appId: string;
      readonly region: string;
    };

/** Null in demo and test when no provider is named; what is missing is added to `problems`. */
export function smsFrom(
  env: Readonly<Record<string, string | undefined>>,
  production: boolean,
  problems: string[],
): SmsConfig | null {
  const provider = env['SMS_PROVIDER']?.trim() ?? '';
  if (provider === '') {
    if (production) problems.push('SMS_PROVIDER is missing: aliyun or tencent.');
    return null;
  }
  if (provider !== 'aliyun' && provider !== 'tencent') {
    problems.push(`SMS_PROVIDER must be aliyun or tencent, not "${provider}".`);
    return null;
  }
  const need = (name: string): string => {
    const value = env[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is missing: SMS_PROVIDER=${provider} needs it.`);
    return value;
  };
  const common = {
    keyId: need('SMS_KEY_ID'),
    keySecret: need('SMS_KEY_SECRET'),
    signName: need('SMS_SIGN_NAME'),
    template: need('SMS_TEMPLATE'),
  };
  return provider === 'aliyun'
    ? { provider, ...common }
    : { provider, ...common, appId: need('SMS_APP_ID'), region: env['SMS_REGION']?.trim() || 'ap-beijing' };
}
