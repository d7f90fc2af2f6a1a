import type { EventDetail } from '#lib/contract/ledger/event';
import { inTenant } from '#lib/db/base/in-tenant';
import { eventBySeq } from '#lib/db/ledger/event-by-seq';
import { findEvents, findRelated } from '#lib/db/ledger/find-events';
import { ledgerRowsBySeq } from '#lib/db/ledger/ledger-rows';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { interpretRow } from '#lib/events/interpret-row';
import { eventRow } from './events.ts';

const mostRelated = 25;

/** One event without its payload: where it came from, what it is about, what else is about the same. */
export async function getEvent({ scope }: Account, seq: number): Promise<EventDetail> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const [found] = await findEvents(tx, { tenantId, filter: {}, after: String(seq + 1), limit: 1 });
    const stored = await eventBySeq(tx, tenantId, BigInt(seq));
    if (!stored || !found || Number(found.seq) !== seq) throw new NotFound();
    // Its subjects are interpreted anew; there are none for an event that the catalogue does not read.
    const [row] = await ledgerRowsBySeq(tx, tenantId, [BigInt(seq)]);
    const subjects = row ? interpretRow(row).settled.subjects : [];
    const kinds = subjects.map(({ kind }) => kind);
    const ids = subjects.map(({ id }) => id);
    const related = subjects.length === 0 ? [] : await findRelated(tx, tenantId, kinds, ids, mostRelated + 1);
    return {
      ...eventRow(found),
      title: found.type,
      environment: stored.environment,
      correlationId: stored.correlationId,
      actorId: stored.actorId,
      digest: stored.digest,
      contentType: stored.contentType,
      headers: stored.headers,
      bytes: stored.bytes,
      retainUntil: stored.retainUntil?.toISOString() ?? null,
      subjects,
      related: related.filter((one) => Number(one.seq) !== seq).map(eventRow),
    };
  });
}
