import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server over loopback that can fall silent: nothing more passes on the open connections, and neither end is notified. */
export type SilentRelay = {
  /** The same address as the server's, but through the relay. */
  readonly through: (url: string) => string;
  /** Silences the connections that there are; new ones work. Answers how many there were. */
  fallSilent(): number;
  close(): Promise<void>;
};

export async function silentRelay(serverUrl: string): Promise<SilentRelay> {
  const { hostname, port } = new URL(serverUrl);
  const passing = new Map<Socket, Socket>();
  const all = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    passing.set(near, far);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      all.add(one);
      one.on('error', () => undefined);
      one.on('data', (bytes) => passing.has(near) && other.write(bytes));
      one.on('close', () => {
        if (passing.delete(near)) other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    through: (url) => {
      const relayed = new URL(url);
      relayed.hostname = '127.0.0.1';
      relayed.port = String(at);
      return relayed.href;
    },
    fallSilent: () => {
      const count = passing.size;
      passing.clear();
      return count;
    },
    close: async () => {
      for (const socket of all) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
