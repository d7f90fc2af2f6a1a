import { recordAction } from '#lib/actions/record-action';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { registerItems } from '#lib/db/register/register-items';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { normaliseLot } from '#lib/domain/stock/lot-number';

/** `quantity` is signed: the error of the recorded balance. `corrects`: the entry it corrects, which stays as it is. */
export type RegisterCorrection = {
  readonly stockItemId: string;
  readonly lotNumber?: string | undefined;
  readonly bucket?: 'usable' | 'quarantine' | undefined;
  readonly quantity: string;
  readonly quantityUnit?: string | undefined;
  readonly reason: string;
  readonly corrects?: string | undefined;
};

/** The pharmacist in charge corrects the register by a new entry. @throws NotFound for an id that is no stock item of the register */
export async function correctRegister(
  { scope }: Account,
  { lotNumber, reason, ...asked }: RegisterCorrection,
  key: string,
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const lot = lotNumber === undefined ? '' : normaliseLot(lotNumber);
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const items = await registerItems(tx, tenantId, {});
      if (!items.some(({ id }) => id === asked.stockItemId)) throw new NotFound();
      await requireOwnStock(tx, scope, [{ kind: 'stock_item', id: asked.stockItemId, stockItemId: asked.stockItemId }]);
      const fields = Object.entries({ ...asked, reason, ...(lot === '' ? {} : { lotNumber: lot }) });
      const data = Object.fromEntries(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
      const seq = await recordAction(
        tx,
        { tenantId, userId },
        { type: 'scriptline.register.corrected', key, data, at: await databaseNow(tx) },
      );
      const line = { action: 'register.corrected', subjectKind: 'stock_item', subjectId: asked.stockItemId } as const;
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
      return { id: `correction:${key}` };
    }),
  );
}
