import { type Row, text } from '#lib/domain/ledger/fold';
import type { SettledField } from '#lib/domain/ledger/settled-field';
import { countedDispenses, unlistedVisits } from '#lib/domain/prescriptions/fill';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import type { SettlingFact } from './follow-up.ts';

export type SettledBy = { readonly at: string; readonly by: SettlingFact; readonly seq: number | null };

/** The earliest of the facts that resolved it; among equal times the first named. */
export function firstSettled(...healed: readonly (SettledBy | null)[]): SettledBy | null {
  return healed.reduce((first, one) => (one && (!first || one.at < first.at) ? one : first), null);
}

/** Canceled, discontinued or run out: nothing is left to follow up. */
export function ended({ row }: PrescriptionParts): SettledBy | null {
  const written = row['written'];
  const over = ['canceled', 'discontinued', 'expired'].includes(text(row, 'written') ?? '');
  return written && over ? { at: written.at, by: 'ended', seq: written.by } : null;
}

/** Every value that was claimed of a field, in their order. */
export function claimed(register: SettledField | undefined): readonly string[] {
  if (!register) return [];
  return (register.c ?? [register.v]).filter((value) => typeof value === 'string').toSorted();
}

/** The first acceptance of an email since its last failure: a second one adds nothing. Null unless its latest state is accepted. */
export function acceptance(delivery: Row | undefined): { readonly at: string; readonly seq: number | null } | null {
  const state = delivery?.['state'];
  if (!delivery || state?.v !== 'accepted') return null;
  const failedAt = delivery['lastFailure']?.at ?? '';
  const at = claimed(delivery['acceptedAt']).find((one) => one > failedAt) ?? state.at;
  return { at, seq: at === state.at ? state.by : null };
}

/** The first dispense that counts, or the first completed visit to a counter that listed none: the patient came. */
export function dispensed(parts: PrescriptionParts): SettledBy | null {
  const came = [
    ...countedDispenses(parts).map((row) => row['dispensedAt']),
    ...unlistedVisits(parts).map((visit) => visit['state']),
  ];
  return firstSettled(
    ...came.map((register) => (register ? { at: register.at, by: 'dispensed' as const, seq: register.by } : null)),
  );
}

/** The numbers of the deciding events, each once, newest first. */
export function deciders(
  registers: readonly (SettledField | undefined)[],
  settled: SettledBy | null,
): readonly number[] {
  const seqs = registers.flatMap((register) => register?.by ?? []);
  const by = settled?.seq ?? null;
  return [...new Set(by === null ? seqs : [...seqs, by])].sort((a, b) => b - a);
}
