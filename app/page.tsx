import { redirect } from 'next/navigation';
import { currentAccount } from '#lib/auth/current-account';

/** Each role opens on the screen with its tasks. */
const homes = { doctor: '/follow-ups', pharmacist: '/today', admin: '/flow' } as const;

export default async function Start() {
  const account = await currentAccount();
  redirect(account ? homes[account.scope.role] : '/sign-in');
}
