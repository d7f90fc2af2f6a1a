import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { type SendOutcome, storableOutcome } from '#lib/domain/mail/outbox';
import { smtpOutcome } from './smtp-outcome.ts';

/** A mail ready to go: multipart, one recipient, an id that stays the same however often it is tried. */
export type OutgoingMail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** `<local@domain>` */
  readonly messageId: string;
  /** `<list.domain>` */
  readonly listId: string;
  readonly language: string;
};

/** Milliseconds that each silence of the other side may last, and the whole conversation. */
export type SmtpTimeouts = {
  readonly connect: number;
  readonly greeting: number;
  readonly silence: number;
  readonly whole: number;
};

export const usualPatience: SmtpTimeouts = { connect: 10_000, greeting: 10_000, silence: 30_000, whole: 60_000 };

/**
 * One SMTP conversation with the relay at `url` (`smtp://user:password@host:587`; STARTTLS where it is offered, `smtps:` for TLS from the start),
 * on a connection of its own. Never throws for what the other side does.
 */
export async function sendBySmtp(
  url: string,
  mail: OutgoingMail,
  patience: SmtpTimeouts = usualPatience,
): Promise<SendOutcome> {
  if (!isEmailAddress(mail.to)) return notOneAddress;
  const composed = new MailComposer({
    from: mail.from,
    // As text it would be read as a list.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    headers: {
      'List-Id': mail.listId,
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      'X-Auto-Response-Suppress': 'All',
    },
  }).compile();
  const { from, to } = composed.getEnvelope();
  const [recipient, ...others] = to;
  if (recipient === undefined || others.length > 0) return notOneAddress;
  return converse(url, { from, to: [recipient] }, await composed.build(), patience);
}

/** Refused by us, before anybody was asked: its reader cannot be known. */
export const notOneAddress: SendOutcome = {
  outcome: 'refused',
  lasting: true,
  stage: 'RCPT TO',
  reply: '5.1.3 Not sent: this is not exactly one email address',
};

function converse(
  url: string,
  envelope: SMTPConnection.Envelope,
  raw: Buffer,
  patience: SmtpTimeouts,
): Promise<SendOutcome> {
  const { auth: _, ...options } = parseConnectionUrl(url);
  const { username, password } = new URL(url);
  const login = username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: patience.connect,
    dnsTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
  });
  let handedOver = false;
  const message = new Readable({
    read() {
      handedOver = true;
      this.push(raw);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    let over = false;
    const end = (outcome: SendOutcome) => {
      if (over) return;
      over = true;
      clearTimeout(deadline);
      if (outcome.outcome === 'accepted') connection.quit();
      else connection.close();
      resolve(outcome);
    };
    const fail = (error: SMTPConnection.SMTPError | Error) => end(smtpOutcome({ ...described(error), handedOver }));
    const deadline = setTimeout(() => fail(new Error('The conversation took too long')), patience.whole);
    // Errors after the end have nobody left to tell; without a listener they would end the process.
    connection.on('error', fail);
    connection.on('end', () => fail(new Error('Connection closed unexpectedly')));
    const send = () =>
      connection.send(envelope, message, (error, info) => (error ? fail(error) : end(storableOutcome(taken(info)))));
    connection.connect((error) => {
      if (error) return fail(error);
      if (!login) return send();
      connection.login(login, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** Only a server that took the one recipient, and refused none, accepted the mail. */
function taken({ accepted, rejected, response }: SMTPConnection.SentMessageInfo): SendOutcome {
  if (accepted.length === 1 && rejected.length === 0) return { outcome: 'accepted', reply: response };
  return { outcome: 'refused', lasting: true, stage: 'RCPT TO', reply: response };
}

function described(error: Error) {
  const word = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  return { message: error.message, command: word('command'), response: word('response') };
}
