import type { SubjectEvent } from '#lib/db/subject-events';
import { interpretEvent } from '#lib/events/catalog';
import type { Processed } from '#lib/events/interpretation';

export type ReadEvent = { readonly event: SubjectEvent; readonly meaning: Processed };

/** Reads a kept event again, as the catalogue understands it today; null for what it does not (its content was removed, or its type retired). */
export function readAgain(event: SubjectEvent): ReadEvent | null {
  const meaning = interpretEvent({
    wireType: event.wireType,
    messageId: event.messageId,
    digest: event.digest,
    occurredAt: event.occurredAt?.toISOString() ?? null,
    receivedAt: event.receivedAt.toISOString(),
    actorId: event.actorId,
    data: event.data,
    own: event.sourceId === 'scriptline',
  });
  return meaning.outcome === 'processed' ? { event, meaning } : null;
}
