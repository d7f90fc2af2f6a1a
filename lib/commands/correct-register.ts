import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import { databaseNow } from '#lib/db/now';
import { requireOwnStock } from '#lib/db/own-stock';
import { registerItems } from '#lib/db/register-items';
import { retryingContention } from '#lib/db/retrying-contention';
import type { Account } from '#lib/domain/account';
import { normaliseLot } from '#lib/domain/lot-number';
import { NotFound } from '#lib/domain/refusal';
import { recordAct } from './record-act.ts';

/** `quantity` is signed: what the books are wrong by. `corrects`: the entry it puts right, which stays as it is. */
export type RegisterCorrection = {
  readonly stockItemId: string;
  readonly lotNumber?: string | undefined;
  readonly bucket?: 'usable' | 'quarantine' | undefined;
  readonly quantity: string;
  readonly quantityUnit?: string | undefined;
  readonly reason: string;
  readonly corrects?: string | undefined;
};

/**
 * Who is in charge puts the register right, by a new entry.
 * @throws NotFound for what is no stock item of the register
 */
export async function correctRegister(
  { scope }: Account,
  { lotNumber, reason, ...asked }: RegisterCorrection,
  key: string,
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const lot = lotNumber === undefined ? '' : normaliseLot(lotNumber);
  return retryingContention(() =>
    inTenant(scope, async (tx) => {
      const items = await registerItems(tx, tenantId, {});
      if (!items.some(({ id }) => id === asked.stockItemId)) throw new NotFound();
      await requireOwnStock(tx, scope, [{ kind: 'stock_item', id: asked.stockItemId, stockItemId: asked.stockItemId }]);
      const said = Object.entries({ ...asked, reason, ...(lot === '' ? {} : { lotNumber: lot }) });
      const data = Object.fromEntries(said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
      const seq = await recordAct(
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
