import type { Tx } from '#lib/db/base/in-tenant';
import { type BounceCluster, bounceClustersOf, fewOf } from '#lib/domain/follow-ups/bounce-cluster';
import { failuresSince, openFaultsSince } from './find-follow-ups.ts';

/** Older failures are the doctors' again, one by one: nobody fixed their common cause. */
const lookBack = 3 * 86_400_000;
/** More failures than this in three days are one cluster however many of them we read. */
const mostFailures = 5_000;

/** The tenant's clusters of the last three days, open and settled, newest first. */
export async function incidentsOfTenant(tx: Tx, tenantId: string): Promise<readonly BounceCluster[]> {
  const since = new Date(Date.now() - lookBack).toISOString();
  return bounceClustersOf(await failuresSince(tx, tenantId, since, mostFailures));
}

/** A month: failures that our side must fix stay so for that long. */
const lookFurtherBack = 30 * 86_400_000;

/** All failures that our side must fix: the clusters, and open failures of our causes that are too few to be one, newest first. */
export async function faultsOfTenant(tx: Tx, tenantId: string): Promise<readonly BounceCluster[]> {
  const incidents = await incidentsOfTenant(tx, tenantId);
  const since = new Date(Date.now() - lookFurtherBack).toISOString();
  return [...incidents, ...fewOf(await openFaultsSince(tx, tenantId, since, mostFailures), incidents)];
}
