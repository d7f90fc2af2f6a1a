import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { Medication, PersonRef } from '#lib/contract/prescriptions/prescription';

/** A person by name, or by id without one. */
export const personCell = (one: PersonRef | null): string | null => one?.name ?? one?.id ?? null;

export const medicinesCell = (all: readonly Medication[]): string =>
  all.map(({ display, code }) => display ?? code ?? '').join('; ');

/** A product by its name, else by its code. */
export const product = ({ name, code }: ProductRef) => name ?? code;
