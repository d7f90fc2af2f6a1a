import type { Latecomer, RecallDetail, RecallPersonRow } from '#lib/contract/recalls/recall';
import { inTenant } from '#lib/db/base/in-tenant';
import { lotsOfRecalls, pharmacyStaff } from '#lib/db/recalls/find-recalls';
import { isAccounted } from '#lib/db/recalls/recall-counts';
import { findRecallPeople } from '#lib/db/recalls/recall-people';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import type { Row } from '#lib/domain/ledger/fold';
import { checksOf, stepsOf } from '#lib/domain/recalls/checks';
import { recallClosing } from '#lib/events/scriptline/recalls/recall-closed';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { ownedRecall } from './owned-recall.ts';
import { recalledWhen } from './recall-given.ts';
import { describePeople, lookedAt } from './recall-people.ts';
import { reachOfReader, readRecalls, userNaming } from './recall-rows.ts';

const mostLate = 5;

function latecomers(rows: readonly RecallPersonRow[]): readonly Latecomer[] {
  return rows.flatMap(({ personId, patient, given }) =>
    given.flatMap(({ late, quantity, unit }) =>
      late ? [{ personId, name: patient?.name ?? null, quantity, unit, arrival: late }] : [],
    ),
  );
}

function closingOf(registers: Row, by: string | null, since: number): RecallDetail['closing'] {
  const closing = registers['closing'];
  if (!closing || registers['state']?.v !== 'closed') return null;
  const { stock, people, contacted, givenUp, broughtBack } = recallClosing.parse(closing.v);
  return { stock, people, contacted, givenUp, broughtBack, at: closing.at, by, since };
}

/** One case: its steps and checks, from the known facts of this moment. */
export async function getRecall(account: Account, id: string, requestId: string): Promise<RecallDetail> {
  const { scope } = account;
  const { tenantId, userId } = scope;
  const looks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const detail = await inTenant(scope, async (tx): Promise<RecallDetail> => {
    const found = await ownedRecall(tx, account, id);
    const [read] = await readRecalls(tx, account, [found]);
    if (!read) throw new Error('a case that was found is read');
    const { row, registers, stock, mine, joined } = read;
    const reading = { tenantId, recallIds: [id], prescriberIds: reachOfReader(account) };
    const late =
      row.late === 0
        ? []
        : await findRecallPeople(tx, { ...reading, shown: 'late', userId, after: null, limit: mostLate });
    const recalled = await recalledWhen(tx, tenantId, id, await lotsOfRecalls(tx, tenantId, [id]));
    const described = await describePeople(tx, account, id, late, recalled, new Date().toISOString());
    await looks.write(tx, lookedAt(described.filter(({ patient }) => patient?.name)));
    const closedBy = registers['closedBy']?.v;
    const by = typeof closedBy === 'string' ? closedBy : null;
    const nameOf = await userNaming(tx, tenantId, by === null ? [] : [by]);
    const pharmacy = extentOf(scope, 'recalls.read') === 'tenant';
    return {
      ...row,
      ...{ mine, steps: stepsOf(row.counts), checks: checksOf(row.counts), latecomers: latecomers(described) },
      stock: pharmacy
        ? stock.map((one) => ({
            ...{ stockItemId: one.stockItemId, lot: one.lotNumber, product: one.product, location: one.location },
            ...{ hold: one.hold, expiryDate: one.expiryDate, amounts: one.amounts, countedAt: one.countedAt },
            ...{ known: one.known, accounted: isAccounted(one), named: one.named },
          }))
        : [],
      closing: closingOf(registers, nameOf(by), joined),
      staff: pharmacy ? await pharmacyStaff(tx, tenantId) : [],
    };
  });
  looks.remember();
  return detail;
}
