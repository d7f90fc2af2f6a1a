import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '#lib/domain/base/json/json';
import { readSamples } from '#scripts/samples';

const samples = new Map(readSamples().map((sample) => [sample.name, sample.body]));

/** A sample event under an id of its own, with some of its attributes and payload keys replaced. */
export function inventedEvent(
  name: string,
  { data = {}, ...attributes }: { readonly data?: JsonObject } & JsonObject = {},
): JsonObject {
  const body = samples.get(name);
  if (!body) throw new Error(`no sample ${name}`);
  const id = `evt_${randomUUID()}`;
  const own = body['event_id'] === undefined ? { id } : { event_id: id };
  return { ...body, ...own, ...attributes, data: { ...(isObject(body['data']) ? body['data'] : {}), ...data } };
}
