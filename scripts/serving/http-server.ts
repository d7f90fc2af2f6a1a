import { createServer, type RequestListener, type Server } from 'node:http';

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

export function createHttpServer(listener: RequestListener, overrides: Partial<typeof limits> = {}): Server {
  return createServer({ ...limits, ...overrides }, listener);
}
