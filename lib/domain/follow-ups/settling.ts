import { type Row, text } from '#lib/domain/ledger/fold';
import type { SettledField } from '#lib/domain/ledger/settled-field';
import { standing, unlistedVisits } from '#lib/domain/prescriptions/fill';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import type { Settling } from './follow-up.ts';

export type Settled = { readonly at: string; readonly by: Settling; readonly seq: number | null };

/** The earliest of what healed it; among equal times the first named. */
export function firstSettled(...healed: readonly (Settled | null)[]): Settled | null {
  return healed.reduce((first, one) => (one && (!first || one.at < first.at) ? one : first), null);
}

/** Canceled, discontinued or run out: nothing is left to follow up. */
export function ended({ row }: PrescriptionParts): Settled | null {
  const written = row['written'];
  const over = ['canceled', 'discontinued', 'expired'].includes(text(row, 'written') ?? '');
  return written && over ? { at: written.at, by: 'ended', seq: written.by } : null;
}

/** Every value that was claimed of a field, in their order. */
export function claimed(register: SettledField | undefined): readonly string[] {
  if (!register) return [];
  return (register.c ?? [register.v]).filter((value) => typeof value === 'string').toSorted();
}

/** The first acceptance of a mail since its last failure: a second one says nothing new. Null unless it stands accepted. */
export function acceptance(delivery: Row | undefined): { readonly at: string; readonly seq: number | null } | null {
  const state = delivery?.['state'];
  if (!delivery || state?.v !== 'accepted') return null;
  const failedAt = delivery['lastFailure']?.at ?? '';
  const at = claimed(delivery['acceptedAt']).find((one) => one > failedAt) ?? state.at;
  return { at, seq: at === state.at ? state.by : null };
}

/** The first dispense that stands, or the first visit to a counter that was completed without listing any: the patient came. */
export function dispensed(parts: PrescriptionParts): Settled | null {
  const came = [
    ...standing(parts).map((row) => row['dispensedAt']),
    ...unlistedVisits(parts).map((visit) => visit['state']),
  ];
  return firstSettled(
    ...came.map((register) => (register ? { at: register.at, by: 'dispensed' as const, seq: register.by } : null)),
  );
}

/** The numbers of the deciding events, each once, newest first. */
export function deciders(registers: readonly (SettledField | undefined)[], settled: Settled | null): readonly number[] {
  const seqs = registers.flatMap((register) => register?.by ?? []);
  const by = settled?.seq ?? null;
  return [...new Set(by === null ? seqs : [...seqs, by])].sort((a, b) => b - a);
}
