import type { Tx } from '#lib/db/base/in-tenant';
import type { Row } from '#lib/domain/ledger/fold';

export type PersonPrescription = {
  readonly id: string;
  readonly registers: Row;
  readonly prescriberId: string;
  readonly emailState: string;
};

/** The newest prescriptions of a person that the account may see. */
export function personPrescriptions(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
  prescriberIds: readonly string[] | null,
  limit: number,
): Promise<PersonPrescription[]> {
  return tx.$queryRaw<PersonPrescription[]>`
    select id, registers, "prescriberId", "emailState" from "Prescription"
    where "tenantId" = ${tenantId} and "patientId" = any(${[...patientIds]}::text[])
      and (${prescriberIds === null} or "prescriberId" = any(${[...(prescriberIds ?? [])]}::text[]))
    order by "updatedAt" desc, id limit ${limit}`;
}
