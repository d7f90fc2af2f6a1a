import type { IncomingMessage } from 'node:http';

/** What a page, a form or a sign-in posts is far below it. */
export const largestPlainBody = 65_536;

/** Routes under /api read their bodies within a limit of their own; next-auth's and everything that is a page have ours. */
const readsWithinItsOwnLimit = /^\/api\/(?!auth(\/|$))/;

/** Whether our own server has to see to the size of what is posted there. `path` is decoded and without `.` and `..`. */
export const isLimitedHere = (path: string): boolean => !readsWithinItsOwnLimit.test(path);

/** Whether the request itself says that its body is larger: known before a byte of it is asked for. */
export function saysTooMuch({ headers }: IncomingMessage, most: number): boolean {
  return Number(headers['content-length'] ?? 0) > most;
}

/**
 * Whether the body is within `most` bytes. One that says its length is believed, since Node reads no more than that; of one that comes in chunks the
 * whole is awaited, in the request's own buffer, from which the application then reads it. Never answers for a sender who went away.
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
