import type { SubjectEvent } from '#lib/db/ledger/subject-events';
import { ownSystem, systems } from '#lib/domain/base/system';
import { ownSource } from '#lib/domain/ledger/own-source';
import { interpretEvent } from '#lib/events/catalog';
import type { Processed } from '#lib/events/interpretation';
import { systemOfType } from '#lib/events/system-of-type';

export type ReadEvent = { readonly event: SubjectEvent; readonly meaning: Processed };

/** What stays of an event whose content was removed: that it was, of which type, when and on which lane. */
function tombstone(event: SubjectEvent): Processed {
  const { type, lane, factKey, subjectAt } = event;
  const system = systems.find((one) => one === systemOfType(type)) ?? ownSystem;
  return {
    ...{ outcome: 'processed', type, system, keep: 'standing', at: subjectAt.toISOString(), factKey },
    ...{ subjects: [], changes: [], unreadable: [] },
    entry: { lane, tone: 'neutral', title: { key: 'noLongerRetained', params: { type } }, facts: [] },
  };
}

/** Reads a kept event again, as the catalogue understands it today; null for what it does not (its type was retired). */
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
