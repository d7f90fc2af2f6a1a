import type { GivenName, PatientRow } from '#lib/contract/patients/patient';
import type { Tx } from '#lib/db/base/in-tenant';
import { linkedPatients, namesOf, recordsOf } from '#lib/db/directories/directory';
import { countPrescriptions } from '#lib/db/patients/find-people';
import { maskedAddress } from '#lib/domain/base/web/masked-address';
import { entered } from '#lib/domain/directories/directory';
import { type EmailState, emailStates } from '#lib/domain/prescriptions/prescription-state';

/** A person as a query found them. */
export type FoundRow = {
  readonly recordId: string | null;
  readonly patientId: string | null;
  readonly emailState: string | null;
  readonly emailAddress: string | null;
  readonly updatedAt: Date | null;
};

const reachOf = (word: string | null): EmailState | null => emailStates.find((state) => state === word) ?? null;

/** People as lists show them: by name where there is one, the address masked. */
export async function personRows(
  tx: Tx,
  tenantId: string,
  found: readonly FoundRow[],
  prescriberIds: readonly string[] | null,
): Promise<readonly PatientRow[]> {
  const recordIds = found.flatMap(({ recordId }) => recordId ?? []);
  const records = await recordsOf(tx, tenantId, recordIds);
  const linked = await linkedPatients(tx, tenantId, recordIds);
  const idsOf = ({ recordId, patientId }: FoundRow) =>
    (recordId === null ? undefined : linked.get(recordId)) ?? (patientId === null ? [] : [patientId]);
  const names = await namesOf(tx, tenantId, [...new Set(found.flatMap(idsOf))]);
  const counts = await countPrescriptions(tx, tenantId, found.flatMap(idsOf), prescriberIds);
  return found.map((row): PatientRow => {
    const patientIds = idsOf(row);
    const entry = row.recordId === null ? undefined : records.get(row.recordId);
    const own = [row.patientId ?? '', ...patientIds].flatMap((id) => names.get(id) ?? []);
    const [best] = own.toSorted((a, b) => Number(b.from === 'sender') - Number(a.from === 'sender'));
    const ownName: GivenName | null = best ? { value: best.name, from: best.from } : null;
    const enteredName = entered(entry, 'name');
    const email = entered(entry, 'email') ?? row.emailAddress;
    return {
      id: row.recordId ?? row.patientId ?? '',
      name: ownName ?? (enteredName === null ? null : { value: enteredName, from: 'directory' }),
      patientIds,
      email: email === null ? null : maskedAddress(email),
      reach: reachOf(row.emailState),
      prescriptions: patientIds.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
      updatedAt: row.updatedAt?.toISOString() ?? null,
    };
  });
}
