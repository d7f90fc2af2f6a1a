import { Moment } from './moment.tsx';

/** "Paused by Elena 3 hours ago · their release is under way": the beginning of a state, and its reason. */
export function SinceLine({
  what,
  at,
  why,
}: {
  readonly what: string;
  readonly at: string;
  readonly why: string | null;
}) {
  return (
    <span className="text-ink-2 text-sm">
      {what} <Moment at={at} />
      {why === null ? null : ` · ${why}`}
    </span>
  );
}
