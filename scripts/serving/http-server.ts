import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { closeWhenUnread, isClosing, type Lingering } from './close-when-unread.ts';
import { isLimitedHere, isWithin, largestPlainBody, saysTooMuch } from './limited-body.ts';
import { pathOf } from './readable-path.ts';
import { refusalOf, sendAnswer, tooLargeAnswer, unmetExpectation } from './refusals.ts';

/**
 * Node's own server with limits on those who take their time: whoever has not sent a whole request after 13 seconds is cut, at most one second later.
 * They concern receiving only; an answer, such as a stream of events, may go on for hours.
 */
export const limits = {
  headersTimeout: 10_000,
  requestTimeout: 13_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
};

const lingering: Lingering = { lingerBytes: 64 * 1024 * 1024, lingerMs: 5_000 };

type Options = typeof limits &
  Lingering & {
    /** The requests to change the protocol that are accepted; all others are answered in HTTP/1.1. */
    readonly upgrades: (request: IncomingMessage) => boolean;
  };

export function createHttpServer(listener: RequestListener, overrides: Partial<Options> = {}): Server {
  const { lingerBytes, lingerMs, upgrades, ...options } = {
    ...limits,
    ...lingering,
    upgrades: () => false,
    ...overrides,
  };
  const answer = async (request: IncomingMessage, response: ServerResponse, expects: '100-continue' | 'nothing') => {
    if (isClosing(request)) return;
    closeWhenUnread(request, response, { lingerBytes, lingerMs });
    const refusal = refusalOf(request);
    if (refusal) return sendAnswer(refusal, response);
    const limited = isLimitedHere(pathOf(request.url ?? '/') ?? '/');
    if (limited && saysTooMuch(request, largestPlainBody)) return sendAnswer(tooLargeAnswer(), response);
    if (expects === '100-continue') response.writeContinue();
    if (limited && !(await isWithin(request, largestPlainBody))) return sendAnswer(tooLargeAnswer(), response);
    listener(request, response);
  };
  const server = createServer({ ...options, shouldUpgradeCallback: upgrades });
  server.on('request', (request, response) => void answer(request, response, 'nothing'));
  server.on('checkContinue', (request, response) => void answer(request, response, '100-continue'));
  server.on('checkExpectation', (request, response) => {
    closeWhenUnread(request, response, { lingerBytes, lingerMs });
    void sendAnswer(unmetExpectation(), response);
  });
  // A tunnel through us is nobody's to have.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}
