import type { Medication, PersonRef } from '#lib/queries/prescription';

/** A person by name, or by id where nobody names him. */
export const person = (one: PersonRef | null): string | null => one?.name ?? one?.id ?? null;

export const medicines = (all: readonly Medication[]): string =>
  all.map(({ display, code }) => display ?? code ?? '').join('; ');
