import type { JsonObject } from '#lib/domain/base/json/json';
import { isObject } from '#lib/domain/base/json/json';
import { type Cast, demoClinic, idsOf } from '#scripts/simulate/clinic';
import { batchOf, carry, type SimulatedDelivery, signed } from '#scripts/simulate/delivery';
import { medicationStory } from '#scripts/simulate/medication-story';
import { seeded } from '#scripts/simulate/random';
import { drawStory } from '#scripts/simulate/stories';
import type { Request } from './load.ts';

let runs = 0;

/** A cast whose ids nobody else has: the run's tag is in every one of them, and is always four characters long. */
export function castOf(): Cast {
  runs += 1;
  const tag = `z${(runs + 36 ** 2).toString(36)}`;
  return { clinic: demoClinic, random: seeded(runs), ids: idsOf(tag), today: new Date() };
}

export function requestOf(delivery: SimulatedDelivery): Request {
  const path = `/api/webhooks/${delivery.source}`;
  return { method: 'POST', path, headers: signed(delivery, new Date()), body: delivery.raw };
}

/** Signed prescriptions with three overridden alerts: 1.2 KB each. */
function signedPrescription(cast: Cast): {
  readonly messageId: string;
  readonly source: string;
  readonly body: JsonObject;
} {
  const step = medicationStory(cast, { ending: 'signed', override: true }).at(-1);
  if (!step) throw new Error('a story has an end');
  const body = step.body(new Date());
  const data = isObject(body['data']) ? body['data'] : {};
  const [override] = Array.isArray(data['overrides']) ? data['overrides'] : [];
  const overrides = [1, 2, 3].map((nth) => ({ ...override, alertOverrideId: `${step.messageId}_${nth}` }));
  return { messageId: step.messageId, source: step.source, body: { ...body, data: { ...data, overrides } } };
}

export function singles(count: number, cast = castOf()): readonly SimulatedDelivery[] {
  return Array.from({ length: count }, () => {
    const { source, messageId, body } = signedPrescription(cast);
    return carry(source, messageId, 'signed', JSON.stringify(body));
  });
}

export function batches(count: number, size: number): readonly SimulatedDelivery[] {
  const cast = castOf();
  return Array.from({ length: count }, () => {
    const bodies = Array.from({ length: size }, () => signedPrescription(cast).body);
    return batchOf('demo-standard', cast.ids.next('msg'), bodies);
  });
}

/** Events of all senders as their stories bring them, some stories at a time; each of a few hundred bytes. */
export function mixed(count: number, cast = castOf()): readonly SimulatedDelivery[] {
  const open = Array.from({ length: 40 }, () => [...drawStory(cast)]);
  return Array.from({ length: count }, () => {
    const at = cast.random.int(0, open.length - 1);
    const step = open[at]?.shift();
    if (open[at]?.length === 0) open[at] = [...drawStory(cast)];
    if (!step) throw new Error('a story has a step');
    return carry(step.source, step.messageId, step.type, JSON.stringify(step.body(new Date())));
  });
}
