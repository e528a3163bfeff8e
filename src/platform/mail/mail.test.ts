import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { smtpMailer } from './mail.ts';

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(resolve) : resolve())));

/** A mail server of our own; `refuse` makes it say no to whoever is written to. */
async function mailServer(options: { refuse?: boolean; address?: string } = {}) {
  const received: string[] = [];
  const address = options.address ?? '127.0.0.1';
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(options.refuse ? Object.assign(new Error('try later'), { responseCode: 451 }) : null),
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, address, resolve));
  const { port } = made.server.address() as AddressInfo;
  return { received, url: `smtp://${address}:${port}` };
}
const mail = { to: '王小明 <a@example.cn>', subject: '您的合同有新进展', text: '请登录查看。\n' };

it('a mail arrives as it was written', async () => {
  const { received, url } = await mailServer();
  await smtpMailer({ url, from: 'portal@example.cn' }).send(mail);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('From: portal@example.cn');
  const subject = /Subject: (=\?UTF-8\?.*?\?=(?:\r\n =\?UTF-8\?.*?\?=)*)/s.exec(received[0] ?? '')?.[1] ?? '';
  const words = [...subject.matchAll(/=\?UTF-8\?B\?(.*?)\?=/g)].map((word) =>
    Buffer.from(word[1] ?? '', 'base64').toString(),
  );
  expect(words.join('')).toBe(mail.subject);
});

it('a mail server that says no, or is not there, is an error, so that the outbox tries again', async () => {
  const { url } = await mailServer({ refuse: true });
  await expect(smtpMailer({ url, from: 'portal@example.cn' }).send(mail)).rejects.toThrow();
  await expect(
    smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'portal@example.cn' }).send(mail),
  ).rejects.toThrow();
});

it('a line break in a subject adds no header', async () => {
  const { received, url } = await mailServer();
  await smtpMailer({ url, from: 'portal@example.cn' }).send({ ...mail, subject: 'x\r\nBcc: b@example.cn' });
  expect(received[0]).not.toMatch(/^Bcc:/m);
});

it('nothing is sent in the clear to a server that is not on this machine', async () => {
  // To the mailer, any address but the usual loopback ones is another machine.
  const { received, url } = await mailServer({ address: '127.0.0.2' });
  await expect(smtpMailer({ url, from: 'portal@example.cn' }).send(mail)).rejects.toThrow();
  expect(received).toEqual([]);
});
