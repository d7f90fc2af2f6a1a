import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { demoRefusal } from './demo-refusal.ts';

export type DemoSink = { readonly url: string; readonly stop: () => Promise<void> };

export type TakenMail = {
  readonly recipient: string;
  /** As its head names it; null: it names none. */
  readonly messageId: string | null;
  readonly raw: Buffer<ArrayBuffer>;
};

type Keep = (mail: TakenMail) => Promise<void>;

/** The id in a mail's head, with its brackets; a head ends at the first empty line. */
function messageIdOf(raw: Buffer): string | null {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, end < 0 ? undefined : end).toString('latin1');
  return /^message-id:\s*(<[^<>\s]+>)/im.exec(head)?.[1] ?? null;
}

/** A mail server on this machine's own loopback that takes most and refuses some with real replies: demo mode only. Nothing goes further than `keep`. */
export async function startDemoSink(keep: Keep): Promise<DemoSink> {
  const tries = new Map<string, number>();
  const server = new SMTPServer({
    name: 'inbox.scriptline.test',
    banner: 'Scriptline demo inbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const tried = (tries.get(address) ?? 0) + 1;
      tries.set(address, tried);
      const refusal = demoRefusal(address, tried);
      done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => {
          const messageId = messageIdOf(raw);
          return Promise.all(recipients.map((recipient) => keep({ recipient, messageId, raw })));
        })
        .then(
          () => done(),
          () => done(Object.assign(new Error('4.3.0 The inbox cannot keep it just now'), { responseCode: 451 })),
        );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the demo inbox listens nowhere');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
