import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { connect } from '#lib/db/base/prisma';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import { env } from '#lib/env';
import { knownSource } from '#lib/ingest/known-sources';
import { toEvents } from '#lib/ingest/to-events';
import { wireFormats } from '#lib/sources/index';

// Two servers that differ in one thing only: `gathered` appends as the product does, `one-by-one` makes one Prisma write per request, the
// obvious way. Both are bare node:http, so that nothing else is compared.
const client = connect(env().DATABASE_URL, 'any');
const writeOne = async (event: NewEvent): Promise<void> => {
  const { format: _format, delivery: _delivery, rejection: _rejection, raw, data, headers, occurredAt, ...row } = event;
  await client.ledgerEvent.create({
    data: {
      ...row,
      raw: raw === null ? null : new Uint8Array(raw),
      occurredAt: occurredAt === null ? null : new Date(occurredAt),
      data: data === null ? {} : JSON.parse(data),
      headers: { ...headers },
      ...{ receivedAt: new Date(), nextAttemptAt: new Date(), status: 'received' },
    },
  });
};

const append = {
  gathered: async (events: readonly NewEvent[]) => void (await appendToLedger(events)),
  'one-by-one': async (events: readonly NewEvent[]) => void (await Promise.all(events.map(writeOne))),
};
const chosen = process.argv[2] === 'gathered' ? append.gathered : append['one-by-one'];

async function receive(path: string, headers: IncomingHttpHeaders, raw: Uint8Array): Promise<number> {
  const now = Date.now();
  const source = await knownSource(path.split('/').at(-1) ?? '', now);
  if (!source) return 404;
  const format = wireFormats[source.format];
  const get = { get: (name: string) => [headers[name] ?? []].flat().join(', ') || null };
  if (
    !format.verify(
      raw,
      get,
      source.secrets.map(({ secret }) => secret),
      Math.floor(now / 1000),
    ).ok
  )
    return 401;
  await chosen(toEvents(format.open(raw, get), raw, get, source, format, now));
  return 202;
}

const server = createServer(async (request, response) => {
  const status = await receive(request.url ?? '', request.headers, new Uint8Array(await buffer(request))).catch(
    () => 503,
  );
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end('{"accepted":1,"duplicates":0,"quarantined":0}');
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
