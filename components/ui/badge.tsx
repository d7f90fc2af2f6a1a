import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const colours = {
  neutral: 'bg-quiet-soft text-ink-2',
  info: 'bg-info-soft text-info',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  controlled: 'bg-ctrl-soft text-ctrl',
} as const;

export type BadgeTone = keyof typeof colours;

/** A status: always a word and an icon; the colour only repeats what they say. In a narrow place it takes two lines rather than its neighbour's room. */
export function Badge({
  tone,
  icon: Icon,
  children,
}: {
  readonly tone: BadgeTone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`badge inline-flex max-w-full items-center gap-1.25 rounded-xl py-0.5 pr-2 pl-1.5 font-semibold text-xs break-words ${colours[tone]}`}
    >
      <Icon aria-hidden className="size-3.25!" />
      {children}
    </span>
  );
}
