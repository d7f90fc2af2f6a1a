import type { Locale } from '#lib/domain/base/locale';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { eventCatalogs } from './catalogs.ts';

type CauseWords = { readonly name: string; readonly advice: string };

/** Returns in plain words why an email did not arrive, and the next step. */
export function causeWords(locale: Locale, cause: EmailCauseWord): CauseWords {
  const causes: Readonly<Record<EmailCauseWord, CauseWords>> = eventCatalogs[locale].cause;
  return causes[cause];
}
