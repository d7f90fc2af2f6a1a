'use client';

import { useTranslations } from 'next-intl';
import type { Trend } from '#lib/domain/flow/trend';

const width = 96;
const height = 24;

/** The recent frequency of a cause, as bars; the same in words for those who listen or hover. */
export function TrendBars({ trend: { unit, counts } }: { readonly trend: Trend }) {
  const t = useTranslations('deadLetters.trend');
  const most = Math.max(...counts);
  const step = width / counts.length;
  const words = t(unit, { total: counts.reduce((sum, count) => sum + count, 0), most });
  const bars = counts.map((count, index) => ({
    x: index * step,
    tall: most === 0 ? 0 : (count / most) * (height - 2),
  }));
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${height}`} className="h-6 w-24 shrink-0">
      <title>{words}</title>
      {bars.map(({ x, tall }) => (
        <rect
          key={x}
          x={x + 0.5}
          width={step - 1}
          y={height - Math.max(tall, 1)}
          height={Math.max(tall, 1)}
          rx={0.5}
          className={tall > 0 ? 'fill-warn' : 'fill-line-strong'}
        />
      ))}
    </svg>
  );
}
