import type { IncomingMessage } from 'node:http';

/** Adds the connection's own address to the end of `x-forwarded-for`: addresses that a client writes there come before it. */
export function nameThePeer(request: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  const forwarded = request.headers['x-forwarded-for'];
  const peer = request.socket.remoteAddress ?? 'unknown';
  request.headers['x-forwarded-for'] = forwarded === undefined ? peer : `${forwarded}, ${peer}`;
}
