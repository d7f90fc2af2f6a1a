import type { Switched } from '#lib/contract/connections/source';

type Switches = {
  readonly disabledAt: Date | null;
  readonly pausedAt: Date | null;
  readonly stateBy: string | null;
  readonly stateReason: string | null;
};

/** The time, person and reason of a source's pause or switching off; null while it is active. */
export function switchedOf(source: Switches, names: ReadonlyMap<string, string>): Switched | null {
  const at = source.disabledAt ?? source.pausedAt;
  if (at === null) return null;
  const { stateBy, stateReason } = source;
  return { at: at.toISOString(), by: stateBy === null ? null : (names.get(stateBy) ?? null), reason: stateReason };
}
