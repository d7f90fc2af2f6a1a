import { readdirSync, readFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import type { WireFormatName } from '#lib/domain/base/system';

const folder = new URL('../lib/events/samples/', import.meta.url);

/** One sample event: the whole body as its sender posts it. `own` ones are ours: no sender is believed about them, so they are never posted. */
export type Sample = {
  readonly name: string;
  readonly type: string;
  /** The envelope's own clock, as written. */
  readonly time: string;
  readonly format: WireFormatName;
  readonly own: boolean;
  readonly body: JsonObject;
};

/** The events with which the product tests itself: no source's story, and no part of a demo. */
const tries = ['canary.sent', 'source.test'];

/** The events that a source would post. */
export function postedSamples(): readonly Sample[] {
  return readSamples().filter(({ own, type }) => !own && !tries.includes(type));
}

/** Every sample, by the envelope's clock: one believable history per system. Read from the disk, so that none comes into a bundle. */
export function readSamples(): readonly Sample[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map(read).sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || (a.name < b.name ? -1 : 1));
}

function read(file: string): Sample {
  const body: Json = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const [type, time] = isObject(body) ? [body['event_type'] ?? body['type'], body['created_at'] ?? body['time']] : [];
  if (!isObject(body) || typeof type !== 'string' || typeof time !== 'string')
    throw new Error(`The sample ${file} has no type or no time`);
  return {
    name: file.slice(0, -'.json'.length),
    type,
    time,
    format: formatOf(type, body),
    own: type.startsWith('scriptline.'),
    body,
  };
}

function formatOf(type: string, body: JsonObject): WireFormatName {
  if (body['event_type'] !== undefined) return 'osigu';
  if (type.startsWith('photon:')) return 'photon';
  return type.startsWith('scriptline.') ? 'standard' : 'medication-service';
}
