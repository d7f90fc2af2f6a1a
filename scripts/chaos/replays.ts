import { setTimeout as wait } from 'node:timers/promises';
import { signInOverHttp } from '#scripts/testing/sign-in-over-http';
import type { ChaosInstance } from './instance.ts';

/** A replay as its address tells it; asked for, it answers its `previewId` alone. */
export type Run = {
  readonly previewId?: string;
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly willProcess: number;
  readonly willFail: number;
  readonly willSkip: number;
  readonly done: number;
  readonly failed: number;
  readonly skipped: number;
};

/** Asks of replays as an admin's screen does. */
export async function asAdmin(instance: ChaosInstance) {
  const cookie = await signInOverHttp(instance.address, 'admin@demo.test');
  return async (path: string, body?: object): Promise<Run> => {
    const answer = await fetch(`${instance.address}/api/replays${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, origin: instance.address, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    const run: Run = await answer.json();
    return run;
  };
}

export type Admin = Awaited<ReturnType<typeof asAdmin>>;

export async function until(admin: Admin, id: string, is: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await admin(`/${id}`);
    if (is(run)) return run;
    await wait(100);
  }
}

/** Has the replay of every open dead letter previewed. */
export async function previewOfOpen(admin: Admin, name: string, reason: string): Promise<Run> {
  const { previewId = '' } = await admin('/preview', { name, reason, filter: { state: 'open' } });
  return until(admin, previewId, ({ state }) => state === 'previewed');
}
