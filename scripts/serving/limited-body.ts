import type { IncomingMessage } from 'node:http';

/** The body of a page, a form or a sign-in is far below it. */
export const largestPlainBody = 65_536;

/** Routes under /api read their bodies within a limit of their own; next-auth's and everything that is a page have ours. */
const readsWithinItsOwnLimit = /^\/api\/(?!auth(\/|$))/;

/** True where our own server has to limit the size of bodies. `path` is decoded and without `.` and `..`. */
export const isLimitedHere = (path: string): boolean => !readsWithinItsOwnLimit.test(path);

/** True where the request itself declares a larger body: known before a byte of it is read. */
export function saysTooMuch({ headers }: IncomingMessage, most: number): boolean {
  return Number(headers['content-length'] ?? 0) > most;
}

/**
 * True where the body is within `most` bytes. A declared length is believed, since Node reads no more than that; a body in chunks is
 * awaited whole, in the request's own buffer, from which the application then reads it. Never resolves for a sender that went away.
 */
export function isWithin(request: IncomingMessage, most: number): Promise<boolean> {
  if (request.headers['transfer-encoding'] === undefined) return Promise.resolve(!saysTooMuch(request, most));
  return new Promise((resolve) => {
    const push = request.push;
    request.push = (chunk, encoding) => {
      push.call(request, chunk, encoding);
      const over = request.readableLength > most;
      if (over || chunk === null) {
        request.push = push;
        resolve(!over);
      }
      // Nobody reads yet, so that the buffer's own measure must not stop the socket below ours.
      return !over;
    };
  });
}
