import type { Tx } from '#lib/db/base/in-tenant';

/** What is asked about a prescription before something is done with it. */
export type PrescriptionToActOn = {
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
export function prescriptionToActOn(tx: Tx, tenantId: string, id: string): Promise<PrescriptionToActOn | null> {
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
