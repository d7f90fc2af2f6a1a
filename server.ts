import next from 'next';
import { env } from '#lib/env';
import { stopServing } from '#scripts/serving/graceful-stop';
import { createHttpServer } from '#scripts/serving/http-server';
import { nameThePeer } from '#scripts/serving/name-the-peer';
import { answerUnreadablePath, isReadablePath } from '#scripts/serving/readable-path';

// The web process: Next's own request handler, on a server that cuts slow senders and stops without losing an answer.
const { HOST, PORT } = env();
let stopping = false;

const server = createHttpServer((request, response) => {
  if (stopping) response.shouldKeepAlive = false;
  nameThePeer(request);
  if (isReadablePath(request.url)) handle(request, response);
  else answerUnreadablePath(response);
});
const app = next({ dev: process.env.NODE_ENV !== 'production', hostname: HOST, port: PORT, httpServer: server });
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
