import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The amount of an unread body that is still accepted, and for how long, after the answer is out. */
export type Lingering = { readonly lingerBytes: number; readonly lingerMs: number };

const closing = new WeakSet<Socket>();

/** True once the connection has had its last answer: later bytes on it are not a request. */
export const isClosing = (request: IncomingMessage): boolean => closing.has(request.socket);

/**
 * An answer that begins before its request has ended is the last one of its connection (RFC 9112, 9.3). Node would keep the connection alive and
 * stop reading where the application stopped: the next request on it would never be heard.
 */
export function closeWhenUnread(request: IncomingMessage, response: ServerResponse, lingering: Lingering): void {
  // Asked now: once the request has been destroyed by whoever read it, it knows its socket no more.
  const { socket } = request;
  // Node's parser stops where another protocol would have begun, and forgets what came together with the question for it.
  if (request.headers.upgrade !== undefined) response.shouldKeepAlive = false;
  if (!hasBody(request)) return;
  const writeHead = response.writeHead;
  response.writeHead = (...head: unknown[]) => {
    if (!request.complete && !response.headersSent) {
      response.setHeader('connection', 'close');
      closing.add(socket);
      // Node calls this when the last answer is out.
      socket.destroySoon = () => linger(socket, lingering);
    }
    return Reflect.apply(writeHead, response, head);
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Ends our side at once and goes on taking what the sender is still sending (RFC 9112, 9.6): a socket that is closed with bytes unread is reset, and
 * the reset may take the answer away from a sender who has not read it yet.
 */
function linger(socket: Socket, { lingerBytes, lingerMs }: Lingering): void {
  let left = lingerBytes;
  const patience = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(patience));
  // From here on the bytes are nobody's: they no longer go to the parser.
  socket.removeAllListeners('data').removeAllListeners('end');
  socket.on('data', (bytes) => {
    left -= bytes.length;
    if (left < 0) socket.destroy();
  });
  socket.end();
  socket.resume();
}
