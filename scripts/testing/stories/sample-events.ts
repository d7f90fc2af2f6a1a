import type { JsonObject } from '#lib/domain/base/json/json';
import type { Change } from '#lib/domain/ledger/change';
import type { Envelope } from '#lib/domain/ledger/envelope';
import { interpretEvent } from '#lib/events/catalog';
import type { Interpretation } from '#lib/events/interpretation';
import type { Received } from '#lib/events/received';
import { wireFormats } from '#lib/sources/index';
import { readSamples, type Sample } from '#scripts/samples';

/** Half a minute after the envelope's clock, as a sample would come from its sender. */
const travelled = 30_000;

export function receivedFrom(envelope: Envelope, own = false): Received {
  const { wireType, messageId, digest, occurredAt, actorId, data } = envelope;
  const receivedAt = new Date(Date.parse(occurredAt ?? '2026-11-19T12:00:00.000Z') + travelled).toISOString();
  return { wireType, messageId, digest, occurredAt, receivedAt, actorId, data, own };
}

/** A sample as the ledger holds it: opened by the wire format that it was posted in. */
export function receivedSample(sample: Sample): Received {
  const opened = wireFormats[sample.format].open(
    new TextEncoder().encode(JSON.stringify(sample.body)),
    new Headers({ 'content-type': 'application/json' }),
  );
  const [event] = opened.events;
  if (!event?.ok) throw new Error(`the sample ${sample.name} is no envelope`);
  return receivedFrom(event.envelope, sample.own);
}

export function interpretedSamples(): readonly { readonly sample: Sample; readonly read: Interpretation }[] {
  return readSamples().map((sample) => ({ sample, read: interpretEvent(receivedSample(sample)) }));
}

/** A change as one line: `prescription medication:rx_1 written=signed patientId=medication:pat_1`. */
export function lineOf({ table, id, set }: Change): string {
  const fields = Object.entries(set).filter(([, value]) => value !== undefined);
  return [
    table,
    id,
    ...fields.map(([field, value]) => `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ].join(' ');
}

/** The changes of a sample, one line per change. */
export function sampleChanges(name: string): readonly string[] {
  const found = readSamples().find((sample) => sample.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return changesOf(interpretEvent(receivedSample(found)));
}

export function changesOf(read: Interpretation): readonly string[] {
  if (read.outcome !== 'processed') throw new Error(`it was ${read.outcome}`);
  return read.changes.map(lineOf);
}

/** Reads data of a type, received at noon of November 19th 2026 as message `evt_1`. */
export function readData(wireType: string, data: JsonObject, own = false): Interpretation {
  const at = '2026-11-19T12:00:00.000Z';
  return interpretEvent({
    wireType,
    messageId: 'evt_1',
    digest: 'd1',
    occurredAt: at,
    receivedAt: at,
    actorId: null,
    data,
    own,
  });
}
