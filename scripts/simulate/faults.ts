import type { JsonObject } from '#lib/domain/base/json/json';
import { isObject } from '#lib/domain/base/json/json';
import { carry, type SimulatedDelivery } from './delivery.ts';
import type { Random } from './random.ts';
import type { Step } from './story.ts';

const dayMs = 86_400_000;

type Fault = (step: Step, at: Date) => SimulatedDelivery;

function bent(step: Step, at: Date, change: (body: JsonObject) => JsonObject): SimulatedDelivery {
  return carry(step.source, step.messageId, step.type, JSON.stringify(change(step.body(at))));
}

const withData = (body: JsonObject, change: (data: JsonObject) => JsonObject): JsonObject => {
  const data = body['data'];
  return { ...body, data: change(isObject(data) ? data : {}) };
};

/** Every id of a payload gone: what it is about cannot be known. */
function withoutIds(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !/id$/i.test(name)));
}

/** Cut off on the way, though properly signed. */
export const notJsonFault: Fault = (step, at) => {
  const raw = JSON.stringify(step.body(at));
  return carry(step.source, step.messageId, step.type, raw.slice(0, Math.floor(raw.length * 0.7)));
};
export const withoutItsIds: Fault = (step, at) => bent(step, at, (body) => withData(body, withoutIds));
export const fromTheFuture: Fault = (step, at) => bent(step, new Date(at.getTime() + 3 * dayMs), (body) => body);
/** Real patients' events at a source that is for the sandbox. */
export const fromProduction: Fault = (step, at) => bent(step, at, (body) => ({ ...body, environment: 'production' }));
export const ofAnotherTenant: Fault = (step, at) => bent(step, at, (body) => ({ ...body, tenantid: 'ten_elsewhere' }));
/** A type that the catalogue does not know (yet). */
export const ofUnknownType: Fault = (step, at) =>
  bent(step, at, (body) => ({
    ...body,
    ...('event_type' in body ? { event_type: 'label.printed' } : { type: 'label.printed.v1' }),
  }));
/** The same id with other content, after the first one was kept. */
export const contradicting: Fault = (step, at) =>
  bent(step, at, (body) => withData(body, (data) => ({ ...data, reason: 'Corrected by hand' })));

const anySender = [notJsonFault, withoutItsIds, fromTheFuture, ofUnknownType];

/** Something wrong with this event, as far as its sender can do that wrong. */
export function drawFault(random: Random, step: Step): Fault {
  if (step.format === 'osigu') return random.pick([...anySender, fromProduction]);
  return step.format === 'medication-service' ? random.pick([...anySender, ofAnotherTenant]) : random.pick(anySender);
}
