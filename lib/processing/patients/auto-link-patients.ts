import { type Action, recordAction } from '#lib/actions/record-action';
import type { Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { knownLinksOf } from '#lib/db/directories/directory';
import { ownEvent } from '#lib/db/ledger/own-event';
import { loadRowsOf } from '#lib/db/ledger/projections/projection-rows';
import { liveProjections, type ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { interpretRow } from '#lib/events/interpret-row';

/** The tenant's own id of each source's patient that these events name, where they carry it. */
function bearersIn(meanings: readonly Meaning[]): ReadonlyMap<string, string> {
  const bearers = new Map<string, string>();
  for (const { effect } of meanings)
    for (const change of effect?.changes ?? [])
      if (change.table === 'patient' && typeof change.set.externalId === 'string')
        bearers.set(change.id, change.set.externalId);
  return bearers;
}

/** A patient that is to be linked, and the only entry of the directory with their id. */
type Arrival = { readonly patientId: string; readonly recordId: string };

/** Not linked: patients who are linked already, those whom a person unlinked, and an id that two entries have. */
async function arrivalsIn(ground: ProjectionStore, meanings: readonly Meaning[]): Promise<readonly Arrival[]> {
  const bearers = bearersIn(meanings);
  if (bearers.size === 0) return [];
  const records = new Map<string, Row>();
  await loadRowsOf(ground, 'patientRecord', 'externalId', new Set(bearers.values()), records);
  if (records.size === 0) return [];
  const entries = Map.groupBy(records.keys(), (id) => text(records.get(id), 'externalId') ?? '');
  const { links, apart } = await knownLinksOf(ground, bearers.keys());
  return [...bearers].sort().flatMap(([patientId, externalId]) => {
    const [recordId, another] = entries.get(externalId) ?? [];
    if (recordId === undefined || another !== undefined || links.has(patientId) || apart.has(patientId)) return [];
    return [{ patientId, recordId }];
  });
}

function linking({ patientId, recordId }: Arrival, at: string): Action {
  const data = { patientId, recordId, basis: 'shared_id' };
  return { type: 'scriptline.patient.linked', data, key: `arrived:${patientId}:${recordId}`, at };
}

/**
 * Links the patients who arrive with an id that one entry of the directory has: the rule of the import (`shared_id`), for those who come
 * after it. Ledgered, so that a rebuild has it too.
 */
export async function autoLinkPatients(tx: Tx, tenantId: string, meanings: readonly Meaning[]): Promise<void> {
  for (const arrival of await arrivalsIn(liveProjections(tx, tenantId), meanings))
    await recordAction(tx, { tenantId, userId: null }, linking(arrival, await databaseNow(tx)));
}

/**
 * The same on a draft: the effects of those actions, under ledger numbers that no event has, counted down from `below`. Their time is the
 * present one.
 */
export async function predictLinks(
  draft: ProjectionStore,
  meanings: readonly Meaning[],
  below: number,
): Promise<readonly Meaning[]> {
  const { tx, tenantId } = draft;
  const linkMeanings: Meaning[] = [];
  for (const arrival of await arrivalsIn(draft, meanings)) {
    const at = await databaseNow(tx);
    const act = linking(arrival, at);
    const event = ownEvent({ tenantId, userId: null }, act);
    const received = {
      seq: BigInt(below - linkMeanings.length - 1),
      receivedAt: new Date(at),
      occurredAt: new Date(at),
    };
    const tries = { attempts: 0, firstFailedAt: null };
    linkMeanings.push(interpretRow({ ...event, ...received, ...tries, wireType: act.type, data: act.data }));
  }
  return linkMeanings;
}
