import type { KeptRow, Meaning } from '#lib/domain/ledger/meaning';
import { originOf } from '#lib/domain/ledger/settled-field';
import { retainUntil } from '#lib/domain/retention/retention';
import { interpretEvent, keepOf } from './catalog.ts';

/** The tenant's own source, from which people's actions come. */
export const ownSource = 'scriptline';

/** Interprets a stored row by the catalogue. Pure; throws only on a bug, and then the row is tried alone and later. */
export function interpretRow(row: KeptRow): Meaning {
  const receivedAt = row.receivedAt.toISOString();
  const meaning = interpretEvent({
    wireType: row.wireType,
    messageId: row.messageId,
    digest: row.digest,
    occurredAt: row.occurredAt?.toISOString() ?? null,
    receivedAt,
    actorId: row.actorId,
    data: row.data,
    own: row.sourceId === ownSource,
  });
  const base = { seq: row.seq, sourceId: row.sourceId, type: meaning.type, attempts: row.attempts, at: receivedAt };
  const none = { factKey: null, retainUntil: null, subjects: [], rejection: null };
  if (meaning.outcome === 'quarantined') {
    const until = retainUntil(receivedAt, keepOf(meaning.type));
    return {
      settled: { ...base, ...none, status: 'quarantined', rejection: meaning.rejection, retainUntil: until },
      effect: null,
      lane: null,
    };
  }
  const until = retainUntil(meaning.outcome === 'processed' ? meaning.at : receivedAt, meaning.keep);
  if (meaning.outcome === 'ignored')
    return {
      settled: { ...base, ...none, status: 'ignored', retainUntil: until, unread: meaning.reason !== 'no-concern' },
      effect: null,
      lane: null,
    };
  return {
    settled: {
      ...base,
      at: meaning.at,
      status: 'processed',
      factKey: meaning.factKey,
      retainUntil: until,
      subjects: meaning.subjects,
      rejection: null,
      unreadable: meaning.unreadable,
    },
    effect: { origin: originOf(row), changes: meaning.changes },
    lane: meaning.entry.lane,
  };
}
