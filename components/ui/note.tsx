import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const colours = {
  info: 'bg-info-soft text-info',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  neutral: 'bg-quiet-soft text-ink-2',
} as const;

type Props = {
  readonly tone: keyof typeof colours;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly role?: 'status' | 'alert';
};

/** A sentence above or between things, with an icon; the words stay ink so that they are read, not felt. */
export function Note({ tone, icon: Icon, children, role }: Props) {
  return (
    <div role={role} className={`note flex gap-2.5 rounded-md px-3 py-2.5 text-sm ${colours[tone]}`}>
      <Icon aria-hidden className="mt-0.5" />
      <div className="min-w-0 flex-1 text-ink [&_a]:underline">{children}</div>
    </div>
  );
}
