import type { Unassigned } from '#lib/contract/follow-ups/follow-up';
import { findDoctors } from '#lib/db/access/find-users';
import { inTenant } from '#lib/db/base/in-tenant';
import { unownedFailures } from '#lib/db/follow-ups/find-follow-ups';
import { countAttempts } from '#lib/db/ledger/count-attempts';
import type { Account } from '#lib/domain/access/account';
import { csvFile } from '#lib/views/base/csv-file';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import type { Asking } from '#lib/views/follow-ups/follow-ups';

/** The time that a prescription may take to come after the failure of its email, before it needs a person. */
const grace = 5 * 60_000;

/** Failed emails that are no doctor's, oldest first: ids, times and causes only; and the doctors to whom they can be assigned. */
export function listUnassigned({ scope }: Account, { cursor, limit }: Asking): Promise<Unassigned> {
  const { tenantId } = scope;
  const [since, prescriptionId] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = since !== undefined && prescriptionId !== undefined ? { lane: 0, since, prescriptionId } : null;
  return inTenant(scope, async (tx) => {
    const before = new Date(Date.now() - grace).toISOString();
    const found = await unownedFailures(tx, tenantId, before, after, limit + 1);
    const shown = found.slice(0, limit);
    const ids = shown.map((row) => row.prescriptionId);
    const attempts = await countAttempts(tx, tenantId, ids);
    const doctors = await findDoctors(tx, tenantId);
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    return {
      items: shown.map((row) => ({
        ...{ prescriptionId: row.prescriptionId, since: row.since.toISOString(), cause: row.cause },
        attempts: attempts.get(row.prescriptionId) ?? 0,
      })),
      nextCursor: more ? encodeCursor([last.since.toISOString(), last.prescriptionId]) : null,
      doctors,
    };
  });
}

/** The same rows as a file: nobody's name, and no address. */
export function unassignedCsv(account: Account, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'unassigned',
      columns: ['prescription', 'since', 'cause', 'attempts'],
      page: (cursor) => listUnassigned(account, { cursor, limit: 200 }),
      line: (row) => [row.prescriptionId, row.since, row.cause, row.attempts],
    },
    requestId,
  );
}
