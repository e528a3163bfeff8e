/** Stands in for mail and SMS while developing: messages are kept in the database for the outbox viewer. */
import { desc, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { devMessages } from '../../../db/schema/platform.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import type { Mailer } from '../mail/mail.ts';
import type { SmsSender } from '../sms/sms.ts';

export const devMailer = (db: Db, now: Clock): Mailer => ({
  async send({ to, subject, text }) {
    await db.insert(devMessages).values({
      id: newId('message', now()),
      channel: 'mail',
      recipient: to,
      subject,
      body: text,
      at: now(),
    });
  },
});

export const devSms = (db: Db, now: Clock): SmsSender => ({
  async send({ to, text }) {
    await db
      .insert(devMessages)
      .values({ id: newId('message', now()), channel: 'sms', recipient: to, body: text, at: now() });
  },
});

/** For the viewer and for tests. */
export const devMessageStore = (db: Db) => ({
  /** Newest first. */
  newest: ({ recipient, limit }: { recipient?: string; limit: number }) =>
    db
      .select()
      .from(devMessages)
      .where(recipient === undefined ? undefined : eq(devMessages.recipient, recipient))
      .orderBy(desc(devMessages.at), desc(devMessages.id))
      .limit(limit),
});
export type DevMessageStore = ReturnType<typeof devMessageStore>;
