import { createServer, type Socket } from 'node:net';

/** The stage at which a mail server misbehaves, or none at all. `.`: when the whole email has come. */
export type Stage = 'none' | 'CONN' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | '.';
/** `silent`: nothing is said there; `dropped`: the connection is cut there, and a mail that has come whole is kept all the same. */
export type Manner = 'refused' | 'silent' | 'dropped';

export type MailServer = {
  readonly url: string;
  behave(at: Stage, manner: Manner): void;
  /** Message ids of the mails that came whole, in order. */
  readonly taken: readonly string[];
  stop(): Promise<void>;
};

const isLine = (line: string, stage: Stage) =>
  stage === 'EHLO' ? /^(EHLO|HELO)/.test(line) : stage !== 'none' && line.startsWith(stage);

/** A mail server on loopback with a set behaviour at each stage of the conversation. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const taken: string[] = [];
  let at: Stage = 'none';
  let manner: Manner = 'refused';

  const answer = (socket: Socket, isHere: boolean, refusal: string, fine: string) => {
    if (!isHere) socket.write(`${fine}\r\n`);
    else if (manner === 'refused') socket.write(`${refusal}\r\n`);
    else if (manner === 'dropped') socket.destroy();
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    answer(socket, at === 'CONN', '554 5.7.1 no service for you', '220 chaos');
    let rest = '';
    let mail: string | null = null;
    socket.on('data', (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (mail !== null && line !== '.') {
          mail += `${line}\n`;
        } else if (mail !== null) {
          // A long id is on a line of its own (RFC 5322, 2.2.3).
          if (at !== '.' || manner !== 'refused') taken.push(/^Message-ID:\s*(\S+)/im.exec(mail)?.[1] ?? '');
          mail = null;
          answer(socket, at === '.', '550 5.7.1 not such a mail', '250 2.0.0 taken');
        } else if (line === 'DATA' && at !== 'DATA') {
          mail = '';
          socket.write('354 go on\r\n');
        } else
          answer(
            socket,
            isLine(line, at),
            `550 5.1.1 refused at ${at}`,
            line === 'QUIT' ? '221 bye' : '250 2.1.0 fine',
          );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}`,
    behave: (stage, how) => {
      at = stage;
      manner = how;
    },
    taken,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
