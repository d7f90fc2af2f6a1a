import { cookies, headers } from 'next/headers';
import { currentAccount } from '#lib/auth/current-account';
import { isLocale, type Locale } from '#lib/domain/base/locale';
import { localeCookie, pickLocale } from './locale.ts';

/** The language of the page being made: the person's choice, else the account's, else the browser's. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (isLocale(chosen)) return chosen;
  const account = await currentAccount();
  return account?.locale ?? pickLocale((await headers()).get('accept-language'));
}
