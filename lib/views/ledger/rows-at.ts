import type { Tx } from '#lib/db/base/in-tenant';
import { findSubjectEvents, type SubjectEvent } from '#lib/db/ledger/subject-events';
import { emptyRows, fold, type Rows } from '#lib/domain/ledger/fold';
import { originOf } from '#lib/domain/ledger/settled-field';
import type { Subject } from '#lib/domain/ledger/timeline';
import { checkpointType } from '#lib/events/scriptline/checkpoint';
import { readAgain } from './interpret-event.ts';

const step = 500;

/** Every event about the subjects, newest fact first, read in steps. */
export async function allSubjectEvents(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
): Promise<readonly SubjectEvent[]> {
  const all: SubjectEvent[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last ? { occurredAt: last.subjectAt.toISOString(), seq: String(last.seq) } : null;
    const page = await findSubjectEvents(tx, tenantId, { subjects, after, limit: step });
    all.push(...page);
    if (page.length < step) return all;
  }
}

/** The known facts at a moment. `incomplete`: some of their content was removed since, and later facts replaced it in the checkpoint. */
type KnownThen = { readonly rows: Rows; readonly incomplete: boolean };

/**
 * The known facts at a moment: the same fold, over the events that had been received by then. Of events whose content is gone a checkpoint
 * still holds their present effects: those count from the receipt of the event that stated them first.
 */
export async function rowsKnownAt(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
  knownAt: string,
): Promise<KnownThen> {
  const rows = emptyRows();
  const events = await allSubjectEvents(tx, tenantId, subjects);
  const receipts = new Map(events.map(({ seq, receivedAt }) => [Number(seq), receivedAt.toISOString()]));
  for (const event of events) {
    const read = readAgain(event);
    if (!read) continue;
    const received = event.receivedAt.toISOString();
    const known = read.meaning.changes.filter(
      ({ origin }) => (origin ? (receipts.get(origin.seq) ?? received) : received) <= knownAt,
    );
    fold(rows, known, originOf(event));
  }
  const facts = events.filter(({ type }) => type !== checkpointType);
  const gone = facts.some(({ purgedAt, receivedAt }) => purgedAt !== null && receivedAt.toISOString() <= knownAt);
  const since = facts.some(({ receivedAt }) => receivedAt.toISOString() > knownAt);
  return { rows, incomplete: gone && since };
}
