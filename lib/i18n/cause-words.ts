import type { Locale } from '#lib/domain/base/locale';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { eventCatalogs } from './catalogs.ts';

type CauseWords = { readonly name: string; readonly advice: string };

/** Why a mail did not arrive, in plain words, and what there is to do. */
export function causeWords(locale: Locale, cause: EmailCauseWord): CauseWords {
  const causes: Readonly<Record<EmailCauseWord, CauseWords>> = eventCatalogs[locale].cause;
  return causes[cause];
}
