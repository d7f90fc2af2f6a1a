import { useTranslations } from 'next-intl';
import { spanOf } from '#lib/i18n/span';

/** Seconds as a person says them. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations('flow.span');
  return (seconds) => {
    const { unit, count } = spanOf(seconds);
    return t(unit, { count });
  };
}
