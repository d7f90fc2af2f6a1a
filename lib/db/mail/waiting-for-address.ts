import type { Tx } from '#lib/db/base/in-tenant';
import { settledStates } from '#lib/domain/prescriptions/prescription-summary';

/**
 * A patient whose address on file is another now. `before`: the time of an address typed at the prescription that this one does not
 * overrule; null: this one is the newest.
 */
export type NewAddress = {
  readonly patientId: string;
  readonly email: string;
  readonly before: readonly string[] | null;
};

export type WaitingPrescription = { readonly id: string; readonly email: string; readonly previous: string | null };

/**
 * The prescriptions whose emails would go elsewhere than to the patient's new address. Where an email was accepted the patient has it, and
 * where nothing is left to pick up nobody emails: these keep theirs.
 */
export function waitingForAddress(
  tx: Tx,
  tenantId: string,
  addresses: readonly NewAddress[],
  prescriberIds: readonly string[] | null,
): Promise<WaitingPrescription[]> {
  const rows = JSON.stringify(
    addresses.map(({ before, ...rest }) => ({ ...rest, before: before?.map(lower) ?? null })),
  );
  return tx.$queryRaw<WaitingPrescription[]>`
    select p.id, a.email, p."emailAddress" as previous
    from jsonb_to_recordset(${rows}::jsonb) as a("patientId" text, email text, before jsonb)
    join "Prescription" p on p."tenantId" = ${tenantId} and p."patientId" = a."patientId"
    where (${prescriberIds === null} or p."prescriberId" = any(${[...(prescriberIds ?? [])]}::text[]))
      and p."emailState" <> 'accepted' and p.state <> all(${[...settledStates]}::text[])
      and lower(coalesce(p."emailAddress", '')) <> lower(a.email)
      and (a.before is null or p.registers #> '{fileAddress,v}' is null or a.before @> (p.registers #> '{fileAddress,v}'))
    order by p.id`;
}

const lower = (address: string) => address.toLowerCase();
