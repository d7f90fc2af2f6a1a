import type { Account } from '#lib/domain/access/account';
import { demoAccounts } from '#prisma/demo';
import type { Everyone } from './everyone.ts';

/** The demo's people by their addresses, each asking in a session of their own, so that every view is a first one. */
export async function accountsOf(everyone: Everyone): Promise<(email: string) => Account> {
  const rows = await everyone.rows<{ id: string; email: string }>('select id, email from "User"');
  const users = new Map(rows.map(({ id, email }) => [email, id]));
  let count = 0;
  return (email) => {
    const found = demoAccounts.find((one) => one.email === email);
    if (!found) throw new Error(`no account ${email}`);
    const { name, tenantId, role, inCharge, prescriberIds } = found;
    const scope = { tenantId, userId: users.get(email) ?? '', role, inCharge, prescriberIds };
    return { scope, sessionId: `s${++count}`, name, email, tenantName: '', timeZone: 'UTC', locale: 'en' };
  };
}
