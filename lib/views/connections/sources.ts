import type { Page } from '#lib/contract/base/page';
import type { SourceCounts, SourceRow } from '#lib/contract/connections/source';
import { wireIdsOf } from '#lib/db/access/tenant-settings';
import { userNames } from '#lib/db/access/user-names';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import {
  countsOfDay,
  type FoundSource,
  findSources,
  lastOfEach,
  refusalsOfDay,
} from '#lib/db/connections/find-sources';
import { type KeptSecret, liveSecrets, signingSecret } from '#lib/db/connections/source-secrets';
import type { Account } from '#lib/domain/access/account';
import { canSign } from '#lib/domain/ledger/source-rules';
import { sourceState } from '#lib/domain/ledger/source-state';
import { env } from '#lib/env';
import { curlOf } from '#lib/sources/curl';
import { switchedOf } from './switched.ts';

async function countsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<(id: string) => SourceCounts> {
  const counted = new Map((await countsOfDay(tx, tenantId)).map((row) => [row.sourceId, row]));
  const last = new Map((await lastOfEach(tx, tenantId, ids)).map((row) => [row.sourceId, row.at]));
  const refusals = Map.groupBy(await refusalsOfDay(tx, tenantId), (row) => row.sourceId);
  return (id) => {
    const { accepted = 0, duplicates = 0, quarantined = 0, lastHour = 0 } = counted.get(id) ?? {};
    const refused = Object.fromEntries((refusals.get(id) ?? []).map(({ fault, count }) => [fault, count]));
    return {
      accepted,
      duplicates,
      quarantined,
      lastHour,
      refused,
      lastReceivedAt: last.get(id)?.toISOString() ?? null,
    };
  };
}

const age = ({ createdAt, expiresAt }: KeptSecret) => ({
  createdAt: createdAt.toISOString(),
  until: expiresAt?.toISOString() ?? null,
});

/** True where we could sign as this source; the test reports an unreadable secret, not the list. */
async function signs(tx: Tx, owner: { tenantId: string; sourceId: string }): Promise<boolean> {
  const secret = await signingSecret(tx, owner).catch(() => null);
  return secret === null || canSign(secret);
}

function addressOf(key: string): string {
  const base = env().NEXTAUTH_URL ?? `http://${env().HOST}:${env().PORT}`;
  return new URL(`/api/webhooks/${key}`, base).href;
}

/** The tenant's sources: the settings of each, the age of its secrets, and the results of its last 24 hours. */
export function listSources({ scope }: Account): Promise<Page<SourceRow>> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const found = await findSources(tx, tenantId);
    const wireIds = await wireIdsOf(tx, tenantId);
    const counts = await countsOf(
      tx,
      tenantId,
      found.map(({ id }) => id),
    );
    const names = await userNames(
      tx,
      tenantId,
      found.flatMap(({ stateBy }) => stateBy ?? []),
    );
    const items: SourceRow[] = [];
    for (const source of found) {
      const row = await rowOf(tx, tenantId, source, wireIds, counts(source.id));
      items.push({ ...row, switched: switchedOf(source, names) });
    }
    return { items, nextCursor: null };
  });
}

async function rowOf(
  tx: Tx,
  tenantId: string,
  source: FoundSource,
  tenantIds: readonly string[],
  counts: SourceCounts,
): Promise<Omit<SourceRow, 'switched'>> {
  const { id, key, name, format, environment, wireId, ratePerSecond, version } = source;
  const owner = { tenantId, sourceId: id };
  const url = addressOf(key);
  const own = await signs(tx, owner);
  return {
    ...{ id, key, url, name, format, environment, wireId, tenantIds, ratePerSecond, version, counts },
    state: sourceState(source),
    pausedAt: source.pausedAt?.toISOString() ?? null,
    disabledAt: source.disabledAt?.toISOString() ?? null,
    createdAt: source.createdAt.toISOString(),
    secrets: (await liveSecrets(tx, owner)).map(age),
    canSign: own,
    curl: own ? curlOf(format, { url, environment, tenantId: wireId ?? tenantIds[0] ?? null }) : null,
  };
}
