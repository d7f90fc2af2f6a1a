import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import type { SettledMeaning } from '#lib/domain/ledger/meaning';
import { saveSubjects } from './settle-events.ts';

/** Replaces the subjects of events. */
export async function replaceSubjects(
  ground: ProjectionStore,
  events: readonly Pick<SettledMeaning, 'seq' | 'subjects' | 'at'>[],
): Promise<void> {
  if (events.length === 0) return;
  const seqs = events.map(({ seq }) => String(seq));
  await ground.take('EventSubject', [seqs]);
  await ground.tx.$executeRawUnsafe(
    `delete from ${ground.into('EventSubject')} where "tenantId" = $1 and seq = any($2::bigint[])`,
    ground.tenantId,
    seqs,
  );
  await saveSubjects(ground, events);
}
