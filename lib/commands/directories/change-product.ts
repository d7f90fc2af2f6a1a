import { randomUUID } from 'node:crypto';
import { recordActions } from '#lib/actions/record-actions';
import { requireState } from '#lib/commands/base/if-unchanged';
import type { ProductChanged, ProductEdit } from '#lib/contract/directories/product';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { lockDirectory } from '#lib/db/directories/directory-lock';
import { codesOfProduct } from '#lib/db/directories/find-products';
import { productsMeant } from '#lib/db/directories/product-directory';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { digestsByKey } from '#lib/db/ledger/digests-by-key';
import { retryContention } from '#lib/db/ledger/retry-contention';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { NotFound } from '#lib/domain/base/refusal';

/** A code means one product: it must first be removed from the product that has it. */
async function refuseTaken(tx: Tx, tenantId: string, id: string, codes: readonly string[]): Promise<void> {
  const meant = await productsMeant(tx, tenantId, codes);
  requireState(
    [...meant.values()].every((other) => other === id),
    'code-taken',
    'A code belongs to another product: take it away there first.',
  );
}

function dataOf(id: string, edit: ProductEdit, before: readonly string[]): JsonObject {
  const { codes, ...fields } = edit;
  const values = Object.entries(fields).flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value]] : [],
  );
  const cleared = Object.entries(fields).flatMap(([field, value]) => (value === null ? [field] : []));
  const added = (codes ?? []).filter((code) => !before.includes(code));
  const removed = codes === undefined ? [] : before.filter((code) => !codes.includes(code));
  return {
    productId: id,
    ...Object.fromEntries(values),
    ...(cleared.length > 0 ? { cleared } : {}),
    ...(added.length > 0 ? { codes: added } : {}),
    ...(removed.length > 0 ? { removedCodes: removed } : {}),
  };
}

/**
 * Enters a product (`id` null) or corrects one, as a new event.
 * @throws NotFound, Conflict `code-taken`
 */
export function changeProduct(
  { scope }: Account,
  asked: { readonly id: string | null; readonly key: string; readonly requestId: string },
  edit: ProductEdit,
): Promise<ProductChanged> {
  const { tenantId, userId } = scope;
  const id = asked.id ?? `product:${randomUUID()}`;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      await lockDirectory(tx, tenantId);
      if ((await digestsByKey(tx, tenantId, [asked.key])).size > 0) return { id };
      const before = asked.id === null ? [] : await codesOfProduct(tx, tenantId, id);
      if (before === null) throw new NotFound();
      await refuseTaken(tx, tenantId, id, edit.codes ?? []);
      const act = { type: 'scriptline.product.recorded', data: dataOf(id, edit, before), key: asked.key };
      await recordActions(tx, { tenantId, userId }, [act], await databaseNow(tx));
      const line = { action: 'product.corrected', subjectKind: 'product', subjectId: id } as const;
      await writeAudit(tx, { tenantId, actorId: userId, requestId: asked.requestId, ...line });
      return { id };
    }),
  );
}
