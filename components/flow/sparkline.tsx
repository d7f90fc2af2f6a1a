'use client';

import { useTranslations } from 'next-intl';

const width = 120;
const height = 24;
const gap = 1;

/** Events by hour as bars, the present hour last; its words say the same to those who listen. */
export function Sparkline({ hours }: { readonly hours: readonly number[] }) {
  const t = useTranslations('flow');
  const most = Math.max(1, ...hours);
  const wide = width / Math.max(1, hours.length);
  const bars = hours.map((count, nth) => {
    const tall = count === 0 ? 0 : Math.max(2, (count / most) * height);
    return tall === 0 ? '' : `M${nth * wide} ${height}v${-tall}h${wide - gap}v${tall}z`;
  });
  const total = hours.reduce((sum, count) => sum + count, 0);
  const label = t('chart', { total, most: total === 0 ? 0 : most, now: hours.at(-1) ?? 0 });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="h-6 w-30 max-w-full text-brand"
      preserveAspectRatio="none"
    >
      <path d={`M0 ${height - 0.5}H${width}`} className="stroke-line-strong" strokeWidth={1} />
      <path d={bars.join('')} className="fill-current" />
    </svg>
  );
}
