import { setTimeout as wait } from 'node:timers/promises';
import { demoSender } from '#scripts/testing/signed-request';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome } from '../outcome.ts';
import { keepAliveAgent, postForChaos, signedNow } from '../post.ts';
import { asAdmin, previewOfOpen, until } from '../replays.ts';
import { settled } from '../settled.ts';
import { signedIn } from '../signed-in.ts';

const sizes = {
  full: { letters: 2_000, due: 3_000, held: 200, rate: 100 },
  short: { letters: 160, due: 90, held: 12, rate: 20 },
};
const sender = demoSender('demo-medication');
const moved = 'ten_moved';
const crowd = 16;
/** One dead letter of so many stays dead, whatever is fixed. */
const oneIn = 20;
/** Drafts are kept 30 days from their fact: these are due as soon as they have come. */
const sixtyDaysMs = 60 * 86_400_000;

type Draft = {
  readonly id: string;
  readonly tenant: string;
  readonly patientId: string;
  readonly prescriptionId: string | null;
};

async function sendAll(instance: ChaosInstance, drafts: readonly Draft[]): Promise<void> {
  const agent = keepAliveAgent(crowd);
  const time = new Date(Date.now() - sixtyDaysMs).toISOString();
  const rest = drafts.values();
  const one = async () => {
    for (const { id, tenant, patientId, prescriptionId } of rest) {
      const envelope = { specversion: '1.0', id, source: 'chaos', type: 'medication.prescription.drafted.v1', time };
      const data = { prescriptionId, patientId, draftedAt: time };
      const raw = JSON.stringify({ ...envelope, tenantid: tenant, data });
      await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id), agent);
    }
  };
  await Promise.all(Array.from({ length: crowd }, one));
  agent.destroy();
  await settled(instance);
}

const drafts = (kind: string, count: number, tenant: string, poison = false): readonly Draft[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: `evt_${kind}_${n}`, tenant, patientId: `pat_${kind}` },
    prescriptionId: poison && n % oneIn === 0 ? null : `rx_${kind}_${n}`,
  }));

type Kept = {
  readonly lettersGone: number;
  readonly heldGone: number;
  readonly dueLeft: number;
  readonly replayedLeft: number;
  readonly open: number;
  readonly prescriptions: number;
};

async function look(instance: ChaosInstance): Promise<Kept> {
  const [row] = await instance.everyone().rows<Kept>(
    `select count(*) filter (where d.state in ('open', 'replaying') and e."purgedAt" is not null)::int as "lettersGone",
       count(*) filter (where e."messageId" like 'evt\\_held\\_%' and e."purgedAt" is not null)::int as "heldGone",
       count(*) filter (where e."messageId" like 'evt\\_due\\_%' and e."purgedAt" is null)::int as "dueLeft",
       count(*) filter (where e."messageId" like 'evt\\_letter\\_%' and e.status = 'processed' and e."purgedAt" is null)::int as "replayedLeft",
       count(*) filter (where d.state = 'open')::int as open, (select count(*)::int from "Prescription") as prescriptions
     from "LedgerEvent" e left join "DeadLetter" d on d."tenantId" = e."tenantId" and d.seq = e.seq`,
  );
  if (!row) throw new Error('the database did not answer');
  return row;
}

/** Removes what is due now, and waits until that has ended. */
async function purge(instance: ChaosInstance, admin: Awaited<ReturnType<typeof signedIn>>): Promise<void> {
  const { id } = Object(await admin.post('/api/retention/runs', { reason: 'the clocks have run out' }));
  for (;;) {
    const [run] = await instance.everyone().rows<{ state: string }>('select state from "PurgeRun" where id = $1', [id]);
    if (run?.state === 'done') return;
    await wait(100);
  }
}

export const purged: Fault = {
  key: 'purged',
  fault: (size) =>
    `retention run while a replay of ${sizes[size].letters} is open, ${sizes[size].held} records under a legal hold, every clock run out`,
  must: 'never removes an open dead letter or a held record; the replay ends as foretold',
  run: async (instance, size) => {
    const { letters, due, held, rate } = sizes[size];
    const everyone = instance.everyone();
    await instance.empty();
    await sendAll(instance, [...drafts('due', due, 'ten_demo'), ...drafts('held', held, 'ten_demo')]);
    await sendAll(instance, drafts('letter', letters, moved, true));
    await everyone.rows(
      `update "LedgerEvent" set "retainUntil" = now() - interval '1 day' where status = 'quarantined'`,
    );
    await everyone.rows(`update "Tenant" set "wireIds" = array_append("wireIds", $1) where "tenantId" = 'demo'`, [
      moved,
    ]);
    const admin = await signedIn(instance.address, 'admin@demo.test');
    const legalHold = { kind: 'patient', subject: 'medication:pat_held', reason: 'a court has asked for them' };
    const hold = Object(await admin.post('/api/retention/holds', legalHold));
    const replays = await asAdmin(instance);
    const preview = await previewOfOpen(replays, 'beside a purge', 'the tenant is known by that name now');
    const { id } = await replays('', { previewId: preview.id, ratePerSecond: rate });
    await until(replays, id, ({ done }) => done > 0);
    await purge(instance, admin);
    const [during, open] = [await look(instance), await replays(`/${id}`)];
    const run = await until(replays, id, ({ state }) => state === 'done');
    await purge(instance, admin);
    const after = await look(instance);
    await admin.post(`/api/retention/holds/${hold.id}/release`, { reason: 'the case is closed' });
    await purge(instance, admin);
    const released = await look(instance);
    await everyone.rows(`update "Tenant" set "wireIds" = array_remove("wireIds", $1) where "tenantId" = 'demo'`, [
      moved,
    ]);
    const all = due + held + letters - letters / oneIn;
    return outcome(
      [`the replay ${open.state} when the first run ended`, open.state === 'running'],
      [`${during.dueLeft} of ${due} due left`, during.dueLeft === 0],
      [
        `${during.lettersGone + after.lettersGone} dead letters removed while open`,
        during.lettersGone + after.lettersGone === 0,
      ],
      [`${during.heldGone + after.heldGone} held removed`, during.heldGone + after.heldGone === 0],
      [
        `replay ${run.done} + ${run.failed} + ${run.skipped} as foretold`,
        run.done === preview.willProcess && run.failed === preview.willFail && run.skipped === preview.willSkip,
      ],
      [`${run.failed} open still there`, after.open === run.failed && run.failed === letters / oneIn],
      [`${after.replayedLeft} replayed left by the second run`, after.replayedLeft === 0],
      [`${released.heldGone} of ${held} removed once released`, released.heldGone === held],
      [`${released.prescriptions} of ${all} prescriptions as before`, released.prescriptions === all],
    );
  },
};
