import type { Page } from '#lib/contract/base/page';
import type { IncidentRow } from '#lib/contract/follow-ups/follow-up';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { faultsOfTenant } from '#lib/db/follow-ups/find-bounce-clusters';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { countResendsUnderWay } from '#lib/db/mail/find-messages';
import type { Account } from '#lib/domain/access/account';
import { withoutAddresses } from '#lib/domain/base/web/masked-address';
import { entered } from '#lib/domain/directories/directory';
import { type BounceCluster, openMembers } from '#lib/domain/follow-ups/bounce-cluster';
import type { Row } from '#lib/domain/ledger/fold';
import { csvFile } from '#lib/views/base/csv-file';

/** The server's words to the member that failed last, without anybody's address. */
async function wordsOf(tx: Tx, tenantId: string, incident: BounceCluster): Promise<string | null> {
  const last = incident.members.at(-1);
  if (!last) return null;
  const deliveries = new Map<string, Row>();
  await loadRows(tx, tenantId, 'emailDelivery', 'prescriptionId', [last.prescriptionId], deliveries);
  const failedEmail = [...deliveries.values()].find((row) => row['lastFailure']?.at === last.at);
  const reason = entered(failedEmail, 'reason');
  return reason === null ? null : withoutAddresses(reason);
}

async function rowOf(tx: Tx, tenantId: string, incident: BounceCluster): Promise<IncidentRow> {
  const { key, what, cause, domain, since, lastAt, members } = incident;
  const open = openMembers(incident).map(({ prescriptionId }) => prescriptionId);
  const underWay = await countResendsUnderWay(tx, tenantId, open);
  const state = open.length === 0 ? 'settled' : underWay > 0 ? 'sending' : 'open';
  return {
    ...{ key, what, cause, domain, since, lastAt, failures: members.length, open: open.length, underWay, state },
    said: await wordsOf(tx, tenantId, incident),
  };
}

/** The clusters of the last three days, newest first, then failures that our side must fix from the first on: no patient is in them. */
export function listIncidents({ scope }: Account): Promise<Page<IncidentRow>> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const items: IncidentRow[] = [];
    for (const incident of (await faultsOfTenant(tx, tenantId)).slice(0, 50)) {
      items.push(await rowOf(tx, tenantId, incident));
    }
    return { items, nextCursor: null };
  });
}

/** The same clusters as a file. */
export function incidentsCsv(account: Account, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'incidents',
      columns: ['key', 'what', 'domain', 'cause', 'since', 'lastAt', 'failures', 'open', 'underWay', 'state', 'said'],
      page: () => listIncidents(account),
      line: (row) => [
        ...[row.key, row.what, row.domain, row.cause, row.since, row.lastAt, row.failures, row.open, row.underWay],
        ...[row.state, row.said],
      ],
    },
    requestId,
  );
}

/** The number of clusters that need fixing: shown beside the word in the navigation. */
export function countOpenIncidents({ scope }: Account): Promise<{ readonly count: number }> {
  return inTenant(scope, async (tx) => {
    const faults = await faultsOfTenant(tx, scope.tenantId);
    return { count: faults.filter((one) => openMembers(one).length > 0).length };
  });
}
