import type { OpsAlertItem, OpsAlerts, OpsMute } from '#lib/contract/flow/flow';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { sourceNames } from '#lib/db/connections/source-names';
import { heartbeats } from '#lib/db/flow/flow-system';
import { mutesOf, type OpsAlertRow, type OpsMuteRow, openAlerts } from '#lib/db/flow/ops-alerts';
import { outboxAge } from '#lib/db/mail/outbox-age';
import type { Account } from '#lib/domain/access/account';
import { conditionKey, incidentConditions, isWell, type OpsCondition } from '#lib/domain/flow/ops-alert';

type Names = ReadonlyMap<string, { readonly key: string; readonly name: string }>;

export function muteOf({ until, reason, mutedByName }: OpsMuteRow): OpsMute {
  return { until: until.toISOString(), reason, by: mutedByName };
}

export function alertItem(row: OpsAlertRow, names: Names, mute: OpsMute | null): OpsAlertItem {
  const { id, kind, subject, since, toldAt, recoveredAt, figures } = row;
  return {
    ...{ id, kind, subject, figures, muted: mute, source: names.get(subject) ?? null },
    since: since.toISOString(),
    recoveredAt: recoveredAt?.toISOString() ?? null,
    toldAt: toldAt?.toISOString() ?? null,
  };
}

/** Incidents that are open, and present faults that no worker has recorded: without a worker nobody does. */
export function incidentItems(
  open: readonly OpsAlertRow[],
  conditions: readonly OpsCondition[],
  mutes: readonly OpsMuteRow[],
  names: Names,
  now: number,
): readonly OpsAlertItem[] {
  const muted = new Map(mutes.map((mute) => [conditionKey(mute), muteOf(mute)]));
  const known = new Set(open.map(conditionKey));
  const items = open.map((row) => alertItem(row, names, muted.get(conditionKey(row)) ?? null));
  const seen = conditions
    .filter((condition) => !known.has(conditionKey(condition)))
    .map(
      ({ kind, subject, figures, forSeconds }): OpsAlertItem => ({
        ...{ id: null, kind, subject, figures, recoveredAt: null, toldAt: null },
        source: names.get(subject) ?? null,
        since: new Date(now - forSeconds * 1000).toISOString(),
        muted: muted.get(conditionKey({ kind, subject })) ?? null,
      }),
    );
  return [...items, ...seen];
}

async function atTheMoment(tx: Tx, tenantId: string): Promise<readonly OpsCondition[]> {
  const workers = await heartbeats();
  const outbox = await outboxAge(tx, tenantId);
  return incidentConditions(
    { ...isWell, workers, unsent: outbox.unsent, outboxSeconds: outbox.oldestSeconds },
    new Set(),
  );
}

/** For every screen of an admin: incidents that are open and not muted. Computed at reading where no worker could. */
export function listOpsAlerts({ scope }: Account): Promise<OpsAlerts> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const open = await openAlerts(tx, tenantId);
    const mutes = await mutesOf(tx, tenantId);
    const names = await sourceNames(tx, tenantId);
    const items = incidentItems(open, await atTheMoment(tx, tenantId), mutes, names, Date.now());
    const loud = items.filter(({ muted }) => muted === null);
    return { items: loud, muted: items.length - loud.length };
  });
}
