import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; says that something is waiting and links to it, never what it is about a person. */
  readonly text: string;
}
export interface Mailer {
  /** Resolves when the mail server has taken the mail; throws otherwise, and the outbox tries again. */
  send(mail: Mail): Promise<void>;
}

/** Delivery through a mail server: `smtps://user:password@host:465` or `smtp://…:587`. */
export function smtpMailer(options: { url: string; from: string }): Mailer {
  const { hostname } = new URL(options.url);
  const transport = createTransport(
    {
      url: options.url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      // Encryption is demanded of every server except one on this machine.
      requireTLS: !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: options.from },
  );
  return {
    async send(mail) {
      await transport.sendMail({ to: mail.to, subject: mail.subject, text: mail.text });
    },
  };
}
