export interface Sms {
  /** A normalised mainland mobile number, 11 digits. */
  readonly to: string;
  readonly text: string;
}
export interface SmsSender {
  /** Resolves when the provider has taken the message; throws otherwise, and the outbox tries again. */
  send(sms: Sms): Promise<void>;
}

/** The provider said no. `code` is the provider's own; its message is left out because it may quote the number. */
export class SmsRefused extends Error {
  readonly code: string;
  constructor(provider: string, code: string) {
    super(`${provider} refused the message`);
    this.name = 'SmsRefused';
    this.code = code;
  }
}
