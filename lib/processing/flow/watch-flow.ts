import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { tryLockUntilCommit } from '#lib/db/base/lock-until-commit';
import { notifyFlow } from '#lib/db/base/notify-changes';
import { keepPulse } from '#lib/db/connections/source-pulse';
import { followCanaries } from '#lib/db/flow/canary';
import { countFlow, forgetOldFlow } from '#lib/db/flow/count-flow';
import { readFlow } from '#lib/db/flow/flow-facts';
import { heartbeats } from '#lib/db/flow/flow-system';
import { keepFigures, markNotified, mutesOf, openAlert, openAlerts, recoverAlert } from '#lib/db/flow/ops-alerts';
import type { FlowFacts } from '#lib/domain/flow/flow';
import { conditionKey, incidentConditions } from '#lib/domain/flow/ops-alert';
import { log } from '#lib/observability/log';
import { tellOpened, tellRecovered } from './announce-incident.ts';

/** A ledger that has never been counted is caught up with in rounds of so many parts. */
const partsAtOnce = 20;

/**
 * Brings incidents up to the present conditions: opens new ones, ends those that are over, and reports both, once each. A muted one is kept
 * and not reported; when the mute is over and it is still open, it is.
 */
async function reconcile(tx: Tx, tenantId: string, facts: FlowFacts): Promise<boolean> {
  const open = await openAlerts(tx, tenantId);
  const conditions = incidentConditions(facts, new Set(open.map(conditionKey)));
  const muted = new Set((await mutesOf(tx, tenantId)).map(conditionKey));
  const byKey = new Map(open.map((alert) => [conditionKey(alert), alert]));
  const standing = new Set(conditions.map(conditionKey));
  let changed = false;
  for (const condition of conditions) {
    const key = conditionKey(condition);
    const known = byKey.get(key);
    const id = known?.id ?? (await openAlert(tx, tenantId, condition));
    if (id === null) continue;
    if (known) await keepFigures(tx, tenantId, id, condition.figures);
    else {
      changed = true;
      log('warn', 'flow.incident', { tenantId, code: condition.kind, sourceId: condition.subject || undefined });
    }
    if ((known?.toldAt ?? null) !== null || muted.has(key)) continue;
    await tellOpened(tx, tenantId, id);
    await markNotified(tx, tenantId, id);
    changed = true;
  }
  for (const alert of open) {
    if (standing.has(conditionKey(alert))) continue;
    await recoverAlert(tx, tenantId, alert.id);
    if (alert.toldAt !== null) await tellRecovered(tx, tenantId, alert.id);
    log('info', 'flow.recovered', { tenantId, code: alert.kind, sourceId: alert.subject || undefined });
    changed = true;
  }
  return changed;
}

/** One examination of a tenant's flow: counts new events, records the findings of each source, and opens or ends incidents. */
export async function watchFlow(tenantId: string, canarySeconds: number): Promise<void> {
  const workers = await heartbeats();
  for (let part = 0; part < partsAtOnce; part++) {
    const passed = await inTenant({ tenantId }, (tx) => countFlow(tx, tenantId));
    if (passed === 0) break;
  }
  await inTenant({ tenantId }, async (tx) => {
    // One worker looks at a tenant at a time; the others pass on.
    if (!(await tryLockUntilCommit(tx, `flow ${tenantId}`))) return;
    await followCanaries(tx, tenantId);
    const { facts, system, sources } = await readFlow(tx, tenantId, { workers, canarySeconds });
    let anHour = false;
    for (const source of sources)
      anHour = (await keepPulse(tx, tenantId, source, system.now, system.timeZone)) || anHour;
    if (anHour) await forgetOldFlow(tx, tenantId);
    if (await reconcile(tx, tenantId, facts)) await notifyFlow(tx, tenantId);
  });
}
