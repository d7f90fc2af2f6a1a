import { recordAction } from '#lib/actions/record-action';
import type { Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import type { Outgoing } from '#lib/db/mail/outbox';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { MessageEnd } from '#lib/domain/mail/message-end';

/** Appends to the ledger how a message ended, once for one try and one end. */
export async function recordEnd(
  tx: Tx,
  { tenantId, id, attempts }: Pick<Outgoing, 'tenantId' | 'id' | 'attempts'>,
  { state }: MessageEnd,
  { type, data }: { readonly type: string; readonly data: JsonObject },
): Promise<void> {
  const action = { type, key: `${id}:${attempts}:${state}`, data, at: await databaseNow(tx) };
  await recordAction(tx, { tenantId, userId: null }, action);
}
