import type { Locale } from '#lib/domain/base/locale';
import { english } from './english.ts';
import type { OutboundWords } from './outbound-words.ts';
import { spanish } from './spanish.ts';

/** The words of outgoing messages, by language. */
export const wordsOf: Readonly<Record<Locale, OutboundWords>> = { en: english, es: spanish };
