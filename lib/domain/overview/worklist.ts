/** Kinds of things that wait for a pharmacist, and how much harm one does while it waits: the greater, the sooner. */
export const worklistRisk = {
  recall: 100,
  countersign: 60,
  none_usable: 50,
  flagged: 45,
  override: 40,
  expired: 30,
  reorder: 20,
  return: 15,
  expiry: 10,
} as const;
export type WorklistKind = keyof typeof worklistRisk;

const hour = 3_600_000;

const dayMs = 86_400_000;

/** A lot's age as a task: the time its expiry has been within the horizon of so many days; once it has expired, since when. */
export function expiryAge(expiryDate: string, horizonDays: number, expired: boolean): string {
  return new Date(Date.parse(expiryDate) - (expired ? 0 : horizonDays * dayMs)).toISOString();
}

/** Risk × age: what waits twice as long weighs one step more, so that an old small thing does not go before a new great one. */
export function urgencyOf(kind: WorklistKind, since: string | null, now: number): number {
  const hours = since === null ? 0 : Math.max(0, (now - Date.parse(since)) / hour);
  return worklistRisk[kind] * (1 + Math.log2(1 + hours) / 10);
}

/** The most urgent first; equal ones in the order of their ids, so that the list keeps its order. */
export function byUrgency<T extends { readonly score: number; readonly id: string }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
