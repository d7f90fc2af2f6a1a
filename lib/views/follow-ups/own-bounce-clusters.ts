import type { IncidentBanner } from '#lib/contract/follow-ups/follow-up';
import type { Tx } from '#lib/db/base/in-tenant';
import { incidentsOfTenant } from '#lib/db/follow-ups/find-bounce-clusters';
import { hasFaultOfTheWay, type Whose } from '#lib/db/follow-ups/find-follow-ups';
import { type BounceCluster, openMembers } from '#lib/domain/follow-ups/bounce-cluster';

/** The open clusters with failures of the doctor's own: snoozed ones are not counted. */
export async function ownIncidents(tx: Tx, { tenantId, prescriberIds }: Pick<Whose, 'tenantId' | 'prescriberIds'>) {
  const has = await hasFaultOfTheWay(tx, tenantId, prescriberIds);
  const all = has ? await incidentsOfTenant(tx, tenantId) : [];
  const own = (incident: BounceCluster) =>
    openMembers(incident).filter(({ prescriberId, asleep }) => !asleep && prescriberIds.includes(prescriberId));
  const banners = all.flatMap((incident): IncidentBanner[] => {
    const { key, what, cause, domain, since } = incident;
    if (what === 'few') return [];
    const count = own(incident).length;
    return count === 0 ? [] : [{ key, what, cause, domain, since, count }];
  });
  const keys = new Map(
    all.flatMap((incident) => own(incident).map(({ prescriptionId }) => [prescriptionId, incident.key])),
  );
  return { banners, members: [...keys.keys()], keyOf: (id: string) => keys.get(id) ?? null };
}
