import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { loadedEvent } from '../invented-load.ts';
import { outcome } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';
import { refuseDispense } from '../refuse-dispense.ts';
import { type Admin, asAdmin, previewOfOpen, until } from '../replays.ts';

const patienceMs = 30_000;

/** Waits until the event is a dead letter, skipping the pauses between its attempts. */
async function untilDead(instance: ChaosInstance): Promise<void> {
  const everyone = instance.everyone();
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(50)) {
    const letters = await everyone.rows(`select 1 from "DeadLetter" where state = 'open'`);
    if (letters.length > 0) return;
    await everyone.rows(
      `update "LedgerEvent" set "nextAttemptAt" = now() - interval '1 second' where status = 'received' and attempts > 0`,
    );
  }
  throw new Error(`no dead letter within ${patienceMs / 1000} s`);
}

async function replayed(admin: Admin, name: string) {
  const preview = await previewOfOpen(admin, name, 'the database is said to be mended');
  const { id } = await admin('', { previewId: preview.id, ratePerSecond: 100 });
  return until(admin, id, ({ state }) => state === 'done');
}

type Left = {
  readonly letters: number;
  readonly state: string;
  readonly episodes: number;
  readonly events: number;
  readonly effects: number;
  readonly audited: number;
};

export const failedTwice: Fault = {
  key: 'failed-twice',
  fault: () => 'fail → dead letter → replay → fail → replay → done',
  must: 'one dead letter, two episodes, nothing deleted, both replays audited',
  run: async (instance) => {
    await instance.empty();
    const { sender, body, id } = loadedEvent('twice', 1);
    const allow = await refuseDispense(instance, 'medication:dsp_twice_1');
    const raw = JSON.stringify(body);
    await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id));
    await untilDead(instance);
    const admin = await asAdmin(instance);
    const first = await replayed(admin, 'too early');
    const [between] = await instance.everyone().rows<{ state: string }>('select state from "DeadLetter"');
    await allow();
    const second = await replayed(admin, 'in time');
    const [left] = await instance.everyone().rows<Left>(
      `select (select count(*)::int from "DeadLetter") as letters, (select min(state) from "DeadLetter") as state,
         (select count(*)::int from "DeadLetterEpisode") as episodes,
         (select count(*)::int from "LedgerEvent" where "messageId" = $1 and raw is not null) as events,
         (select count(*)::int from "Dispense" where id = 'medication:dsp_twice_1') as effects,
         (select count(distinct "subjectId")::int from "AuditEntry" where action = 'replay.started' and "subjectId" = any($2)) as audited`,
      [id, [first.id, second.id]],
    );
    return outcome(
      [
        `first replay: ${first.failed} failed again, then ${between?.state}`,
        first.failed === 1 && between?.state === 'open',
      ],
      [`second: ${second.done} done, then ${left?.state}`, second.done === 1 && left?.state === 'resolved'],
      [`${left?.letters} dead letter, ${left?.episodes} episodes`, left?.letters === 1 && left.episodes === 2],
      [`${left?.events} event kept, ${left?.effects} effect`, left?.events === 1 && left.effects === 1],
      [`${left?.audited} replays audited`, left?.audited === 2],
    );
  },
};
