import { runningInstance } from '#scripts/launcher/running-instance';
import { lookAtEveryone } from '#scripts/testing/everyone';
import { ownInstance } from './instances.ts';

/** The database of the instance that the journeys play against, by the password of whoever keeps it: what no browser can do. */
async function behind<T>(look: (rows: Awaited<ReturnType<typeof lookAtEveryone>>['rows']) => Promise<T>): Promise<T> {
  const instance = runningInstance(ownInstance().dataDir);
  if (!instance) throw new Error('the data folder is not that of a running instance');
  const everyone = await lookAtEveryone(instance.databaseUrl);
  try {
    return await look(everyone.rows);
  } finally {
    await everyone.close();
  }
}

/** Ends the worker as a crash does. Answers when another has taken over. */
export function killWorker(): Promise<void> {
  return behind(async (rows) => {
    const latest = async () => {
      const [row] = await rows<{ worker: string }>(
        `select worker from "Heartbeat" where "tenantId" = '*' order by at desc limit 1`,
      );
      return row?.worker ?? '';
    };
    const killed = await latest();
    process.kill(Number(killed.split(':').at(-1)), 'SIGKILL');
    for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((resume) => setTimeout(resume, 100)))
      if ((await latest()) !== killed) return;
    throw new Error('no other worker has taken over');
  });
}

/** Changes what a line of the log says, as somebody could who has the database's password; answers how it is made good again. */
export async function tamperWithLog(tenantId: string, place: number): Promise<() => Promise<void>> {
  const write = (rows: Awaited<ReturnType<typeof lookAtEveryone>>['rows'], reason: string | null) =>
    rows(`do $$ begin
        alter table "AuditEntry" disable trigger user;
        update "AuditEntry" set reason = ${reason === null ? 'null' : `convert_from(decode('${Buffer.from(reason).toString('hex')}', 'hex'), 'utf8')`}
          where "tenantId" = '${tenantId}' and "sealedSeq" = ${place};
        alter table "AuditEntry" enable trigger user;
      end $$`);
  return behind(async (rows) => {
    const entries = await rows<{ reason: string | null }>(
      'select reason from "AuditEntry" where "tenantId" = $1 and "sealedSeq" = $2',
      [tenantId, place],
    );
    if (entries.length !== 1) throw new Error('there is no such line yet');
    await write(rows, 'something else was done');
    return () => behind(async (again) => void (await write(again, entries[0]?.reason ?? null)));
  });
}

/** Makes prescriptions of one Osigu sender read as a faulty catalogue would have left them: the code of each is not the one that was sent. */
export function misreadCodes(ids: readonly string[]): Promise<void> {
  return behind(async (rows) => {
    const spoiled = await rows(
      `update "Prescription" set code = 'misread', registers = jsonb_set(registers, '{code,v}', '"misread"')
        where "tenantId" = 'demo' and id = any($1::text[]) and registers #>> '{code,v}' = code returning id`,
      [ids],
    );
    if (spoiled.length !== ids.length) throw new Error(`${spoiled.length} of ${ids.length} could be misread`);
  });
}
