import type { RegisterFilter, RegisterRow } from '#lib/contract/register/register';
import type { Account } from '#lib/domain/access/account';
import { readRegister } from './register.ts';

const most = 2_000;

/** Every entry of a period, oldest first, as it is printed; `complete` is false where it holds more than fits on paper. */
export async function registerPeriod(
  account: Account,
  filter: RegisterFilter,
  requestId: string,
): Promise<{ readonly rows: readonly RegisterRow[]; readonly complete: boolean }> {
  const rows: RegisterRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await readRegister(account, { ...filter, cursor, limit: 200 }, requestId);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < most);
  return { rows: rows.toReversed(), complete: cursor === undefined };
}
