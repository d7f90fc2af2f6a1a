import { setTimeout as wait } from 'node:timers/promises';
import { demoSender } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import type { Fault, Size } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { type MailServer, type Manner, type Stage, startMailServer } from '../mail-server.ts';
import { outcome } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';
import { settled } from '../settled.ts';
import { signedIn } from '../signed-in.ts';

type Doctor = Awaited<ReturnType<typeof signedIn>>;
type Message = { readonly id: string; readonly state: string; readonly attempts: number; readonly mail: string };

const sender = demoSender('demo-osigu');
const patienceMs = 60_000;
const stages: readonly Stage[] = ['CONN', 'EHLO', 'MAIL', 'RCPT', 'DATA', '.'];
/** Half a minute of silence is what ends a conversation: in the short form nobody waits for it. */
const silences: Readonly<Record<Size, readonly Stage[]>> = { full: ['RCPT', '.'], short: [] };

/** A prescription of the doctor's own, which nothing was sent of yet. */
async function prescribe(instance: ChaosInstance, run: string): Promise<string> {
  const data = {
    ...{ prescription_id: `rx_mailed_${run}`, prescription_code: `RX-MAILED-${run}` },
    doctor: { doctor_id: 'doc_demo_ana' },
  };
  const event = inventedEvent('prescription.issued', { event_id: `evt_mailed_${run}`, data });
  const raw = JSON.stringify(event);
  await postForChaos(instance.address, sender, raw, signedNow(sender, raw, `evt_mailed_${run}`));
  await settled(instance);
  return `osigu:rx_mailed_${run}`;
}

const pathOf = (prescription: string) => `/api/prescriptions/${encodeURIComponent(prescription)}`;

const resend = (doctor: Doctor, prescription: string): Promise<unknown> =>
  doctor.post(`${pathOf(prescription)}/resend`, { email: 'somebody@example.com' });

/** The mail once it is `so`, at the latest after a minute. */
async function messageOf(
  instance: ChaosInstance,
  prescription: string,
  so: (one: Message) => boolean,
): Promise<Message> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(50)) {
    const [message] = await instance
      .everyone()
      .rows<Message>(
        `select id, state, attempts, "mailMessageId" as mail from "OutboxMessage" where "prescriptionId" = $1 order by "createdAt" desc limit 1`,
        [prescription],
      );
    if (message && so(message)) return message;
  }
  throw new Error(`the mail of ${prescription} did not come so far`);
}

const isOver = ({ state }: Message) => !['queued', 'sending'].includes(state);

type Tried = { readonly at: string; readonly state: string; readonly taken: number };

async function tryStage(
  instance: ChaosInstance,
  doctor: Doctor,
  server: MailServer,
  at: Stage,
  manner: Manner,
): Promise<Tried> {
  const prescription = await prescribe(instance, `${manner}_${stages.indexOf(at)}`);
  server.behave(at, manner);
  await resend(doctor, prescription);
  // An email that has surely not been sent is tried again, later than anybody waits here.
  const { state, mail } = await messageOf(
    instance,
    prescription,
    (one) => isOver(one) || (one.state === 'queued' && one.attempts > 0),
  );
  return { at: `${manner} at ${at}`, state, taken: server.taken.filter((one) => one === mail).length };
}

/** The process dies when the mail was handed over, before it could write that down. */
async function killed(
  instance: ChaosInstance,
  doctor: Doctor,
  server: MailServer,
  start: () => Promise<void>,
): Promise<Tried> {
  const prescription = await prescribe(instance, 'killed');
  server.behave('.', 'silent');
  await resend(doctor, prescription);
  const { mail } = await messageOf(instance, prescription, ({ state }) => state === 'sending');
  for (const end = Date.now() + patienceMs; !server.taken.includes(mail) && Date.now() < end; await wait(20));
  await instance.worker.end('SIGKILL');
  server.behave('none', 'refused');
  await instance
    .everyone()
    .rows(`update "OutboxMessage" set "leaseUntil" = now() - interval '1 second' where state = 'sending'`);
  await start();
  const { id, state } = await messageOf(instance, prescription, isOver);
  await doctor.post(`${pathOf(prescription)}/resends/${id}/settle`, { outcome: 'sent' });
  const after = await messageOf(instance, prescription, (one) => one.state !== 'uncertain');
  return {
    at: `killed, then said to be sent: ${after.state}`,
    state,
    taken: server.taken.filter((one) => one === mail).length,
  };
}

async function together(
  instance: ChaosInstance,
  doctor: Doctor,
  server: MailServer,
): Promise<{ asked: number; taken: number }> {
  const prescription = await prescribe(instance, 'together');
  server.behave('none', 'refused');
  const presses = await Promise.allSettled([resend(doctor, prescription), resend(doctor, prescription)]);
  await messageOf(instance, prescription, isOver);
  const messages = await instance
    .everyone()
    .rows<{ mail: string }>(`select "mailMessageId" as mail from "OutboxMessage" where "prescriptionId" = $1`, [
      prescription,
    ]);
  return {
    asked: presses.filter(({ status }) => status === 'fulfilled').length,
    taken: server.taken.filter((id) => messages.some(({ mail }) => mail === id)).length,
  };
}

const listed = (all: readonly Tried[]) => all.map(({ at, state }) => `${at}: ${state}`).join(', ');

export const mailed: Fault = {
  key: 'mailed',
  fault: () =>
    'mail server refuses, falls silent or cuts at each stage; two press send at once; worker killed -9 between send and record',
  must: 'one mail, or a visible "may have been sent" that a person settles; never two silently',
  run: async (instance, size) => {
    await instance.empty();
    const server = await startMailServer();
    const start = async () => {
      instance.worker = await instance.startWorker([], { SMTP_URL: server.url, MAIL_FROM: 'chaos@example.com' });
    };
    await instance.worker.end('SIGTERM');
    await start();
    const doctor = await signedIn(instance.address, 'doctor@demo.test');
    const tried = async (manner: Manner, at: readonly Stage[]) => {
      const all: Tried[] = [];
      for (const stage of at) all.push(await tryStage(instance, doctor, server, stage, manner));
      return all;
    };
    const refused = await tried('refused', stages);
    const before = [
      ...(await tried('dropped', ['MAIL', 'RCPT'])),
      ...(await tried(
        'silent',
        silences[size].filter((at) => at !== '.'),
      )),
    ];
    const after = [
      ...(await tried('dropped', ['.'])),
      ...(await tried(
        'silent',
        silences[size].filter((at) => at === '.'),
      )),
    ];
    const both = await together(instance, doctor, server);
    const dead = await killed(instance, doctor, server, start);
    const most = Math.max(
      ...Map.groupBy(server.taken, (id) => id)
        .values()
        .map((same) => same.length),
    );
    await instance.worker.end('SIGTERM');
    await server.stop();
    await instance.everyone().rows('truncate "OutboxMessage"');
    instance.worker = await instance.startWorker();
    return outcome(
      [listed(refused), refused.every(({ state, taken }) => ['failed', 'queued'].includes(state) && taken === 0)],
      [listed(before), before.every(({ state, taken }) => state === 'queued' && taken === 0)],
      [listed(after), after.every(({ state, taken }) => state === 'uncertain' && taken === 1)],
      [`${both.asked} of two presses taken, ${both.taken} mail`, both.asked === 1 && both.taken === 1],
      [
        `${dead.at}, before: ${dead.state}`,
        dead.state === 'uncertain' && dead.taken === 1 && dead.at.endsWith('accepted'),
      ],
      [`no mail ${most + 1} times`, most === 1],
    );
  },
};
