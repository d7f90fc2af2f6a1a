/** Active: it takes events. Paused: answered 503, so that its sender tries again. Off: answered 404, as if there were none. */
export type SourceState = 'active' | 'paused' | 'off';

type Switches = { readonly disabledAt: Date | null; readonly pausedAt: Date | null };

export function sourceState({ disabledAt, pausedAt }: Switches): SourceState {
  if (disabledAt !== null) return 'off';
  return pausedAt === null ? 'active' : 'paused';
}

/** The minimum length of the reason for pausing a source or turning it off. */
export const leastSwitchReason = 5;
