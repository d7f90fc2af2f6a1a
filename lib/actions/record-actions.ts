import type { Tx } from '#lib/db/base/in-tenant';
import { notifyDirectory } from '#lib/db/base/notify-changes';
import { insertEvents } from '#lib/db/ledger/ledger-insert';
import { ledgerRowsBySeq } from '#lib/db/ledger/ledger-rows';
import { ownEvent } from '#lib/db/ledger/own-event';
import { settleMeanings } from '#lib/db/overview/settle-meanings';
import type { PlannedAction } from '#lib/domain/directories/import-plan';
import { interpretRow } from '#lib/events/interpret-row';
import { systemOfType } from '#lib/events/system-of-type';
import type { Actor } from './record-action.ts';

export type KeyedAction = PlannedAction & { readonly key: string };

/**
 * Actions on the directory, many in one go: appended and applied in the caller's transaction, both or neither. Actions recorded before
 * under their keys are skipped. Returns the number of new ones.
 */
export async function recordActions(tx: Tx, actor: Actor, acts: readonly KeyedAction[], at: string): Promise<number> {
  const { tenantId } = actor;
  if (acts.length === 0) return 0;
  const added = await insertEvents(
    tx,
    acts.map((act) => ownEvent(actor, { ...act, at })),
  );
  if (added.length === 0) return 0;
  const rows = await ledgerRowsBySeq(
    tx,
    tenantId,
    added.map(({ seq }) => seq),
  );
  const meanings = rows.map(interpretRow);
  // A bug: our own catalogue does not read our own action. Nothing of it is written.
  const unread = meanings.find(({ effect }) => effect === null);
  if (unread) throw new Error(`the act ${unread.settled.type} means nothing to the catalogue`);
  await settleMeanings(tx, tenantId, meanings, systemOfType);
  await notifyDirectory(tx, tenantId);
  return rows.length;
}
