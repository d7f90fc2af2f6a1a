import type { NoticeAnswer } from '#lib/contract/recalls/recall';
import { inTenant } from '#lib/db/base/in-tenant';
import { keptLots } from '#lib/db/stock/known-lots';
import type { Account } from '#lib/domain/access/account';
import { rowId } from '#lib/domain/base/json/row-id';
import { matchNotice } from '#lib/domain/recalls/notice/match-notice';
import { readNotice } from '#lib/domain/recalls/notice/read-notice';

/** A product's code may be its NDC; another code does not count. */
function ndcOf(productCode: string | null): string | null {
  const code = productCode?.split('|').at(-1) ?? '';
  return /ndc/i.test(productCode ?? '') || /^\d{4,5}-\d{3,4}-\d{1,2}$/.test(code) ? code : null;
}

/** The names in a pasted recall notice, and the matching lots in stock. An ambiguous lot is for a person to decide: nothing is opened here. */
export function matchPastedNotice({ scope }: Account, text: string): Promise<NoticeAnswer> {
  return inTenant(scope, async (tx) => {
    const notice = readNotice(text);
    const kept = await keptLots(tx, scope.tenantId);
    const byKey = new Map(kept.map((one) => [rowId(one.stockItemId, one.lotNumber), one]));
    const held = kept.map(({ stockItemId, lotNumber, productCode, product, expiryDate }) => {
      return { item: stockItemId, lot: lotNumber, ndc: ndcOf(productCode), productName: product, expiryDate };
    });
    const { matches, notHeld } = matchNotice(notice, held);
    const { lots, ranges, ndcs, allLots, exclusions: notAffected } = notice;
    return {
      ...{ lots, ranges, ndcs, allLots, notHeld, notAffected },
      matches: matches.map((match) => {
        const one = byKey.get(rowId(match.item, match.lot));
        const known = { product: one?.product ?? null, expiryDate: one?.expiryDate ?? null };
        return { ...match, ...known, recallId: one?.recallId ?? null };
      }),
    };
  });
}
