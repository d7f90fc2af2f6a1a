import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Exact decimals as text are written the reader's way; beyond what a number holds exactly they stay as they are. */
export function useQuantity(): (text: string) => string {
  const format = useFormatter();
  return useCallback(
    (text) => (text.length > 15 ? text : format.number(Number(text), { maximumFractionDigits: 12 })),
    [format],
  );
}

/** `30 tablets`, `10 of 21 capsules`: words that already hold their figures, with their unit in the number that `count` asks for. */
export function useAmount(): (words: string, unit: string | null, count: string | null) => string {
  const t = useTranslations('fill');
  return (of, unit, count) =>
    t('amount', { of, unit: unit?.toLowerCase() ?? 'none', unitText: unit ?? '', count: Number(count ?? 0) });
}
