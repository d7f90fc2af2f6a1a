import type { Json, JsonObject } from '#lib/domain/base/json/json';
import { signHeaders } from '#lib/sources/sign';
import { demoSources } from '#prisma/demo';
import type { Step } from './story.ts';

/** Bytes on their way to a source. Sent again, they are the same bytes under a new signature. */
export type SimulatedDelivery = {
  readonly source: string;
  /** Ids of what it carries, for a message to a person. */
  readonly about: string;
  readonly messageId: string;
  readonly raw: string;
  /** Beside those of the signature. */
  readonly headers: Readonly<Record<string, string>>;
};

export function deliveryOf(step: Step, at: Date): SimulatedDelivery {
  return carry(step.source, step.messageId, step.type, JSON.stringify(step.body(at)));
}

export function carry(source: string, messageId: string, about: string, raw: string, headers = {}): SimulatedDelivery {
  return { source, messageId, about, raw, headers };
}

/** Several CloudEvents in one signed body. */
export function batchOf(source: string, messageId: string, bodies: readonly JsonObject[]): SimulatedDelivery {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  return carry(source, messageId, `a batch of ${bodies.length}`, JSON.stringify(bodies), headers);
}

/** One CloudEvent with its attributes in `ce-*` headers and its payload as the body. */
export function binaryOf(source: string, { data, ...attributes }: JsonObject): SimulatedDelivery {
  const text = (value: Json) => encodeURIComponent(String(value)).replaceAll('%3A', ':').replaceAll('%2F', '/');
  const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, text(value)]));
  return carry(source, String(attributes['id']), String(attributes['type']), JSON.stringify(data), headers);
}

/** The headers to post a delivery with, signed now. */
export function signed({ source, raw, messageId, headers }: SimulatedDelivery, now: Date): Record<string, string> {
  const known = demoSources.find(({ key }) => key === source);
  if (!known) throw new Error(`There is no demo source ${source}`);
  return { ...signHeaders(known.format, raw, known.secret, { now: now.getTime() / 1000, messageId }), ...headers };
}
