import type { Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { claimOne } from '#lib/db/ledger/claim-work';
import { digestsByKey } from '#lib/db/ledger/digests-by-key';
import { insertEvents } from '#lib/db/ledger/ledger-insert';
import { ownEvent } from '#lib/db/ledger/own-event';
import { settleMeanings } from '#lib/db/overview/settle-meanings';
import type { JsonObject } from '#lib/domain/base/json/json';
import { Conflict } from '#lib/domain/base/refusal';
import { interpretRow } from '#lib/events/interpret-row';
import { systemOfType } from '#lib/events/system-of-type';

/** An action of a person (or of the product for them): a catalogued `scriptline.*` type and its payload. `key` is the request's idempotency key. */
export type Action = { readonly type: string; readonly key: string; readonly data: JsonObject; readonly at: string };

/** The account that acted; null for actions of the product itself. */
export type Actor = { readonly tenantId: string; readonly userId: string | null };

/**
 * Appends an action to the ledger, from the tenant's own source, and applies it in the caller's transaction: both or neither (model.md,
 * "What people do"). Returns its ledger number, or null when the same action was recorded before. The same key with another content is a
 * `Conflict`.
 */
export async function recordAction(
  tx: Tx,
  { tenantId, userId }: Actor,
  { type, key, data, at }: Action,
): Promise<number | null> {
  const event = ownEvent({ tenantId, userId }, { type, key, data, at });
  const [added] = await insertEvents(tx, [event]);
  if (!added) {
    const digest = (await digestsByKey(tx, tenantId, [key])).get(key);
    if (digest !== undefined && digest !== event.digest) throw new Conflict('key-used');
    return null;
  }
  const row = await claimOne(tx, tenantId, added.seq);
  const meaning = row && interpretRow(row);
  // A bug: our own catalogue does not read our own action. Nothing of it is written.
  if (!meaning?.effect) throw new Error(`the act ${type} means nothing to the catalogue`);
  await notifyScreens(tx, tenantId, await settleMeanings(tx, tenantId, [meaning], systemOfType));
  return Number(added.seq);
}
