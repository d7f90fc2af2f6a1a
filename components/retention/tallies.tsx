'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { PurgeTally } from '#lib/contract/retention/retention';

const reasons = ['held', 'unsettled', 'outlived', 'later'] as const;

export function sumOf(types: readonly PurgeTally[], of: (typeof reasons)[number] | 'removed'): number {
  return types.reduce((sum, one) => sum + one[of], 0);
}

/** Per type the deleted (or due) events, and the kept ones with the reasons. */
export function Tallies({ types, ahead }: { readonly types: readonly PurgeTally[]; readonly ahead: boolean }) {
  const t = useTranslations('retention');
  const format = useFormatter();
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {types.map((one) => (
        <li key={one.type} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
          <code className="wrap-anywhere min-w-0 flex-1 basis-48 text-xs">
            {one.type === '' ? t('untyped') : one.type}
          </code>
          <span className="text-right">
            {t(ahead ? 'wouldGo' : 'went', { count: one.removed })}
            {reasons.map((why) =>
              one[why] === 0 ? null : (
                <span key={why} className="block text-ink-3 text-xs">
                  {t(`stays.${why}`, { number: format.number(one[why]) })}
                </span>
              ),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** All kept events by reason: one line for each reason that occurs. */
export function StayingInAll({ types }: { readonly types: readonly PurgeTally[] }) {
  const t = useTranslations('retention');
  const format = useFormatter();
  const some = reasons.filter((why) => sumOf(types, why) > 0);
  if (some.length === 0) return null;
  return (
    <ul className="text-ink-2 text-sm">
      {some.map((why) => (
        <li key={why}>{t(`stays.${why}`, { number: format.number(sumOf(types, why)) })}</li>
      ))}
    </ul>
  );
}
