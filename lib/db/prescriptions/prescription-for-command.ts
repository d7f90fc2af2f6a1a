import type { Tx } from '#lib/db/base/in-tenant';

/** The fields of a prescription that decide whether a person's command is allowed. */
export type PrescriptionForCommand = {
  readonly id: string;
  /** '' when no source named one. */
  readonly prescriberId: string;
  readonly patientId: string | null;
  readonly state: string;
  readonly expirationDate: Date | null;
  readonly emailState: string;
  readonly emailAddress: string | null;
  readonly code: string | null;
};

/** Null: the tenant has no prescription of that id. */
export function prescriptionForCommand(tx: Tx, tenantId: string, id: string): Promise<PrescriptionForCommand | null> {
  return tx.prescription.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: {
      ...{ id: true, prescriberId: true, patientId: true, state: true, expirationDate: true },
      ...{ emailState: true, emailAddress: true, code: true },
    },
  });
}

export async function hasPrescription(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.prescription.count({ where: { tenantId, id } })) > 0;
}
