import type { useTranslations } from 'next-intl';
import { Refused } from '#lib/contract/base/request-json';

/** The reason why a file was refused, in plain words. */
export function fileRefusal(error: Error, t: ReturnType<typeof useTranslations<'import'>>): string {
  if (!(error instanceof Refused)) return t('refused.other');
  if (error.code === 'preview-stale') return t('refused.stale');
  if (error.status === 413) return t('refused.tooLarge');
  if (error.code === 'too-many-rows') return t('refused.tooManyRows');
  if (error.code === 'too-many-columns') return t('refused.tooManyColumns');
  if (error.code === 'wrong-encoding') return t('refused.wrongEncoding');
  if (error.status === 422) return t('refused.unreadable');
  return t('refused.other');
}
