import type { Tx } from '#lib/db/in-tenant';
import { findSubjectEvents, type SubjectEvent } from '#lib/db/subject-events';
import { emptyRows, fold, type Rows } from '#lib/domain/fold';
import { originOf } from '#lib/domain/register';
import type { Subject } from '#lib/domain/timeline';
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

/** What was known at a moment: the same fold, over the events that had been received by then. */
export async function rowsKnownAt(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
  knownAt: string,
): Promise<Rows> {
  const rows = emptyRows();
  const events = await allSubjectEvents(tx, tenantId, subjects);
  for (const event of events.filter(({ receivedAt }) => receivedAt.toISOString() <= knownAt)) {
    const read = readAgain(event);
    if (!read) continue;
    fold(rows, read.meaning.changes, originOf(event));
  }
  return rows;
}
