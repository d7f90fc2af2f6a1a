import { recordAct } from '#lib/commands/record-act';
import { knownLinks } from '#lib/db/directory';
import type { Tx } from '#lib/db/in-tenant';
import { databaseNow } from '#lib/db/now';
import { loadRows } from '#lib/db/projection-rows';
import { type Row, text } from '#lib/domain/fold';
import type { Meaning } from '#lib/domain/meaning';

/** The tenant's own id of each sender's patient that these events name, where they tell it. */
function bearersIn(meanings: readonly Meaning[]): ReadonlyMap<string, string> {
  const bearers = new Map<string, string>();
  for (const { effect } of meanings)
    for (const change of effect?.changes ?? [])
      if (change.table === 'patient' && typeof change.set.externalId === 'string')
        bearers.set(change.id, change.set.externalId);
  return bearers;
}

/**
 * Links the patients who arrive with an id that one entry of the directory bears: the rule of the import (`shared_id`), for those who come after
 * it. Ledgered, so that a rebuild has it too. Not linked: who is linked already, whom a person took apart, and an id that two entries bear.
 */
export async function joinArrivals(tx: Tx, tenantId: string, meanings: readonly Meaning[]): Promise<void> {
  const bearers = bearersIn(meanings);
  if (bearers.size === 0) return;
  const records = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patientRecord', 'externalId', new Set(bearers.values()), records);
  if (records.size === 0) return;
  const entries = Map.groupBy(records.keys(), (id) => text(records.get(id), 'externalId') ?? '');
  const { links, apart } = await knownLinks(tx, tenantId, bearers.keys());
  for (const [patientId, externalId] of [...bearers].sort()) {
    const [recordId, another] = entries.get(externalId) ?? [];
    if (recordId === undefined || another !== undefined || links.has(patientId) || apart.has(patientId)) continue;
    const act = { type: 'scriptline.patient.linked', data: { patientId, recordId, basis: 'shared_id' } };
    const at = await databaseNow(tx);
    await recordAct(tx, { tenantId, userId: null }, { ...act, key: `arrived:${patientId}:${recordId}`, at });
  }
}
