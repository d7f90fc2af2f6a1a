import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { freePort } from '#scripts/embedded-postgres/port';

/**
 * A real mail relay at one address, that can be down and come back. `taken` holds the recipients of what it accepted, in order; a mail to `lost@…` it
 * takes, and breaks the line before its answer: the sender cannot know.
 */
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
      if (server) return;
      let line: Socket | null = null;
      const started = new SMTPServer({
        disabledCommands: ['STARTTLS', 'AUTH'],
        logger: false,
        onData(stream, session, done) {
          stream.resume();
          stream.on('end', () => {
            const to = session.envelope.rcptTo[0]?.address ?? '';
            taken.push(to);
            if (to.startsWith('lost@')) line?.destroy();
            else done();
          });
        },
      });
      started.on('error', () => undefined);
      started.server.on('connection', (socket: Socket) => {
        line = socket;
      });
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
