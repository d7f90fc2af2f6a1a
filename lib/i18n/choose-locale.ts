'use server';

import { cookies } from 'next/headers';
import { isLocale } from '#lib/domain/base/locale';
import { localeCookie } from './locale.ts';

/** Keeps a person's language for a year; anything but a language of ours is left alone. */
export async function chooseLocale(locale: string): Promise<void> {
  if (!isLocale(locale)) return;
  const jar = await cookies();
  jar.set(localeCookie, locale, { maxAge: 31_536_000, path: '/', sameSite: 'lax', httpOnly: true });
}
