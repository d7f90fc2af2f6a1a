import { type Row, text } from '#lib/domain/ledger/fold';

/** The fields of a person in the tenant's directory, in the order of its forms and files. */
export const patientFields = ['name', 'phone', 'email', 'language', 'externalId'] as const;
export type PatientField = (typeof patientFields)[number];

/**
 * The basis on which two systems' patients are one person (model.md): a file of the tenant, an id that both share, or a person's
 * confirmation. Never a name.
 */
export const linkBases = ['import', 'person', 'shared_id'] as const;
export type LinkBasis = (typeof linkBases)[number];

export const productFields = ['display', 'unit', 'schedule', 'reorderPoint'] as const;
export type ProductField = (typeof productFields)[number];

/** A directory's own value; what a person took away is not supplied. */
export function entered(row: Row | undefined, field: string): string | null {
  const value = text(row, field);
  return value === '' ? null : value;
}

/** A source's own name of its patient. */
export function senderName(row: Row | undefined): string | null {
  const name = [text(row, 'firstName'), text(row, 'lastName')].filter((part) => part !== null).join(' ');
  return name === '' ? null : name;
}

/** The fields an entry sets: a value where one is given, an empty text where one is taken away, nothing otherwise. */
export function setting<F extends string>(
  values: { readonly [field in F]?: string | undefined },
  cleared: readonly F[],
): { readonly [field in F]?: string | undefined } {
  const emptied: { [field in F]?: string | undefined } = { ...values };
  for (const field of cleared) emptied[field] ??= '';
  return emptied;
}
