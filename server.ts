import type { IncomingMessage } from 'node:http';
import next from 'next';
import { env } from '#lib/env';
import { neverWaitForOutput } from '#lib/observability/output';
import { serveNoOpenDemo } from '#scripts/serving/closed-demo';
import { stopServing } from '#scripts/serving/graceful-stop';
import { createHttpServer } from '#scripts/serving/http-server';
import { nameThePeer } from '#scripts/serving/name-the-peer';

// The web process: Next's own request handler, on a server that cuts slow senders and stops without losing an answer.
neverWaitForOutput();
const { HOST, PORT } = env();
await serveNoOpenDemo();
let stopping = false;

const dev = process.env.NODE_ENV !== 'production';
// The one protocol beside HTTP/1.1 is the websocket by which Next's development server tells the browser what changed.
const upgrades = ({ headers }: IncomingMessage) => dev && headers.upgrade?.toLowerCase() === 'websocket';
const server = createHttpServer(
  (request, response) => {
    if (stopping) response.shouldKeepAlive = false;
    nameThePeer(request);
    handle(request, response);
  },
  { upgrades },
);
const app = next({ dev, hostname: HOST, port: PORT, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();

server.listen({ host: HOST, port: PORT, backlog: 1024 }, () => process.send?.('listening'));
server.on('error', (error) => {
  process.stderr.write(`The web process cannot listen on ${HOST}:${PORT}: ${error.message}\n`);
  process.exit(1);
});

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stopServing(server);
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The launcher was killed: without it nobody would ever stop us.
process.on('disconnect', stop);
