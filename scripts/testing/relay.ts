import { SMTPServer } from 'smtp-server';
import { freePort } from '#scripts/embedded-postgres/port';

/** A real mail relay at one address, that can be down and come back. `taken` holds the recipients of what it accepted, in order. */
export type Relay = {
  readonly url: string;
  readonly taken: readonly string[];
  up(): Promise<void>;
  down(): Promise<void>;
};

export async function relayAt(port?: number): Promise<Relay> {
  const at = port ?? (await freePort());
  const taken: string[] = [];
  let server: SMTPServer | null = null;
  return {
    url: `smtp://127.0.0.1:${at}`,
    taken,
    up: async () => {
      const started = new SMTPServer({
        disabledCommands: ['STARTTLS', 'AUTH'],
        logger: false,
        onData(stream, session, done) {
          stream.resume();
          stream.on('end', () => {
            taken.push(session.envelope.rcptTo[0]?.address ?? '');
            done();
          });
        },
      });
      started.on('error', () => undefined);
      await new Promise<void>((resolve) => started.listen(at, '127.0.0.1', resolve));
      server = started;
    },
    down: async () => {
      const stopped = server;
      server = null;
      if (stopped) await new Promise<void>((resolve) => stopped.close(() => resolve()));
    },
  };
}
