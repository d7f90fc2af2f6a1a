import { FilterX, Inbox, LockKeyhole, type LucideIcon, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';

/** The reason why there is nothing to see: nothing yet, no match, no permission, or a source that has gone quiet. */
export type Emptiness = 'nothing-yet' | 'no-match' | 'no-access' | 'silent';

const icons: Record<Emptiness, LucideIcon> = {
  'nothing-yet': Inbox,
  'no-match': FilterX,
  'no-access': LockKeyhole,
  silent: VolumeX,
};

type Props = {
  readonly kind: Emptiness;
  readonly title: string;
  readonly advice?: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ kind, title, advice, action }: Props) {
  const Icon = icons[kind];
  return (
    <div
      role="status"
      className="flex flex-col items-center gap-2 rounded-lg border border-line border-dashed bg-card px-6 py-12 text-center"
    >
      <Icon aria-hidden className="size-6! text-ink-3" />
      <p className="font-semibold">{title}</p>
      {advice ? <p className="max-w-prose text-ink-2 text-sm">{advice}</p> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
