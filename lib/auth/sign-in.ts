import { auditRefusedSignIn, findSignInAccount, forgetFailedSignIns, takeSignInTry } from '#lib/db/access/account';
import { foreignText } from '#lib/domain/base/foreign-text';
import type { Scope } from '#lib/domain/base/scope';
import { log } from '#lib/observability/log';
import { passwordMatches } from './password.ts';
import { admitStranger, enterFrom, leaveFrom } from './sign-in-limits.ts';

export type SignInAttempt = {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly requestId: string;
};

/** The words that the sign-in page gets. `CredentialsSignin` never says which of the two was wrong. */
export type SignInFault = 'CredentialsSignin' | 'SignInSlowed';

export type SignInOutcome =
  | { readonly ok: true; readonly who: Pick<Scope, 'tenantId' | 'userId'>; readonly email: string }
  | { readonly ok: false; readonly fault: SignInFault };

const longestEmail = 320;

export function accountEmail(text: string): string {
  return foreignText(text.trim().toLowerCase(), longestEmail);
}

/** Judges an email and a password. An unknown account costs and answers the same as a wrong password. Throws only when the database is away. */
export async function signInWithPassword({
  email: typed,
  password,
  address,
  requestId,
}: SignInAttempt): Promise<SignInOutcome> {
  const email = accountEmail(typed);
  if (!(await enterFrom(address))) return refused('SignInSlowed', 'address-limit', requestId);
  const account = await findSignInAccount(email);
  // Counted before the password is compared, which takes time: else all guesses of a burst would pass before the first one counts.
  const mayTry = account ? await takeSignInTry(account) : admitStranger(email);
  if (!mayTry) {
    // Nothing of a stranger's address is kept; of an account, that the attempts go on.
    if (account) await auditRefusedSignIn(account, 'account-slowed', requestId);
    return refused('SignInSlowed', 'account-slowed', requestId, account?.userId);
  }
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (account === null) return refused('CredentialsSignin', 'unknown-account', requestId);
  if (!matches || account.disabled) {
    const reason = matches ? 'disabled' : 'wrong-password';
    await auditRefusedSignIn(account, reason, requestId);
    return refused('CredentialsSignin', reason, requestId, account.userId);
  }
  await forgetFailedSignIns(account);
  await leaveFrom(address);
  return { ok: true, who: { tenantId: account.tenantId, userId: account.userId }, email: account.email };
}

function refused(fault: SignInFault, code: string, requestId: string, userId?: string): SignInOutcome {
  log('warn', 'sign-in.refused', { requestId, code, userId });
  return { ok: false, fault };
}

/** A person whom the identity provider vouches for. Only an address that it has verified can open an account of ours. */
export async function signInVouched(email: string, verified: boolean, requestId: string): Promise<SignInOutcome> {
  const account = verified ? await findSignInAccount(accountEmail(email)) : null;
  if (account && !account.disabled) {
    return { ok: true, who: { tenantId: account.tenantId, userId: account.userId }, email: account.email };
  }
  const known = account ?? (verified ? null : await findSignInAccount(accountEmail(email)));
  const code = !verified ? 'email-not-verified' : account ? 'disabled' : 'unknown-account';
  if (known) await auditRefusedSignIn(known, `oidc-${code}`, requestId);
  return refused('CredentialsSignin', code, requestId, account?.userId);
}
