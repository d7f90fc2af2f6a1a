import { createServer } from 'node:net';

/** Can this port be listened on? */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return listenOnce(port, host).then((got) => got !== undefined);
}

/** The wished port when it is free, else one that the system picks. */
export async function freePort(wish = 0, host = '127.0.0.1'): Promise<number> {
  const got = (wish > 0 ? await listenOnce(wish, host) : undefined) ?? (await listenOnce(0, host));
  if (got === undefined) throw new Error(`no port is free on ${host}`);
  return got;
}

function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
