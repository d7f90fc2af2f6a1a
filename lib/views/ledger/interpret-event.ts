import type { SubjectEvent } from '#lib/db/ledger/subject-events';
import { ownSystem, systems } from '#lib/domain/base/system';
import { ownSource } from '#lib/domain/ledger/own-source';
import { interpretEvent } from '#lib/events/catalog';
import type { Processed } from '#lib/events/interpretation';
import { systemOfType } from '#lib/events/system-of-type';

export type ReadEvent = { readonly event: SubjectEvent; readonly meaning: Processed };

/** The rest of an event whose content was removed: its existence, its type, its time and its lane. */
function tombstone(event: SubjectEvent): Processed {
  const { type, lane, factKey, subjectAt } = event;
  const system = systems.find((one) => one === systemOfType(type)) ?? ownSystem;
  return {
    ...{ outcome: 'processed', type, system, keep: 'standing', at: subjectAt.toISOString(), factKey },
    ...{ subjects: [], changes: [], unreadable: [] },
    entry: { lane, tone: 'neutral', title: { key: 'noLongerRetained', params: { type } }, facts: [] },
  };
}

/** Interprets a stored event by today's catalogue; null for one that it does not read (its type was retired). */
export function readAgain(event: SubjectEvent): ReadEvent | null {
  if (event.purgedAt !== null) return { event, meaning: tombstone(event) };
  const meaning = interpretEvent({
    wireType: event.wireType,
    messageId: event.messageId,
    digest: event.digest,
    occurredAt: event.occurredAt?.toISOString() ?? null,
    receivedAt: event.receivedAt.toISOString(),
    actorId: event.actorId,
    data: event.data,
    own: event.sourceId === ownSource,
  });
  return meaning.outcome === 'processed' ? { event, meaning } : null;
}
