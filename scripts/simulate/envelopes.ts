import type { JsonObject } from '#lib/domain/base/json/json';
import { type Cast, sourceOf } from './clinic.ts';
import type { Step } from './story.ts';

type Wrapped = Omit<Step, 'afterSeconds'>;

/** An event as the Medication Service wraps it; `correlationId` is the story's. */
export function medicationEvent(
  { clinic, ids }: Cast,
  correlationId: string,
  type: string,
  data: (at: Date) => JsonObject,
  actor: string | undefined,
): Wrapped {
  const id = ids.next('evt');
  return {
    source: sourceOf(clinic.tenantId, 'medication-service').key,
    format: 'medication-service',
    type,
    messageId: id,
    body: (at) => ({
      ...{ specversion: '1.0', type, source: 'ghasi/medication-service', id, time: at.toISOString() },
      tenantid: clinic.wireId,
      ...(actor === undefined ? {} : { actorid: actor }),
      correlationid: correlationId,
      data: data(at),
    }),
  };
}

export function osiguEvent({ clinic, ids }: Cast, type: string, data: (at: Date) => JsonObject): Wrapped {
  const id = ids.next('evt');
  const { key, environment } = sourceOf(clinic.tenantId, 'osigu');
  return {
    source: key,
    format: 'osigu',
    type,
    messageId: id,
    body: (at) => ({
      ...{ event_id: id, event_type: type, created_at: at.toISOString(), api_version: '2026-01', environment },
      data: data(at),
      provider: { provider_id: 'prv_demo_01', provider_slug: 'clinica-demo' },
    }),
  };
}

/** `subject` is the id of the prescription or order that the event is about. */
export function photonEvent(
  { clinic, ids }: Cast,
  subject: string,
  type: string,
  data: (at: Date) => JsonObject,
): Wrapped {
  const id = ids.next('evt');
  return {
    source: sourceOf(clinic.tenantId, 'photon').key,
    format: 'photon',
    type,
    messageId: id,
    body: (at) => ({
      ...{ id, type, specversion: '1.0', datacontenttype: 'application/json', time: at.toISOString() },
      ...{ subject, source: 'org:org_demo' },
      data: data(at),
    }),
  };
}
