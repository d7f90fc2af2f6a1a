import type { OrderOf } from '#lib/contract/base/list';
import type { replaysList } from '#lib/contract/replays/replays-list';
import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { Prisma } from '#lib/db/generated/client';
import type { ReplayState } from '#lib/domain/replays/replay';

/** A run as its table keeps it. */
export type ReplayRun = {
  readonly tenantId: string;
  readonly id: string;
  /** `reinterpret`: its events were processed, and are reinterpreted. */
  readonly mode: 'replay' | 'reinterpret';
  readonly name: string;
  readonly reason: string;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly state: ReplayState;
  readonly total: number;
  readonly previewed: number;
  readonly willProcess: number;
  readonly willFail: number;
  readonly willSkip: number;
  readonly bySource: Readonly<Record<string, number>> | null;
  readonly byType: Readonly<Record<string, number>> | null;
  readonly byCause: Readonly<Record<string, number>> | null;
  readonly changed: Readonly<Record<string, number>> | null;
  readonly newerState: number;
  readonly previewedAt: Date | null;
  readonly ratePerSecond: number | null;
  readonly startedBy: string | null;
  readonly startedAt: Date | null;
  readonly done: number;
  readonly failed: number;
  readonly skipped: number;
  readonly endedAt: Date | null;
};

const columns = `"tenantId", id, mode, name, reason, asked, "createdBy", "createdAt", state, total, previewed, "willProcess", "willFail", "willSkip",
  "bySource", "byType", "byCause", changed, "newerState", "previewedAt", "ratePerSecond", "startedBy", "startedAt", done, failed, skipped, "endedAt"`;

type Runner = Pick<Tx, '$queryRawUnsafe'>;

export async function runById(tx: Runner, tenantId: string, id: string): Promise<ReplayRun | null> {
  const [run] = await tx.$queryRawUnsafe<ReplayRun[]>(
    `select ${columns} from "ReplayRun" where "tenantId" = $1 and id = $2`,
    tenantId,
    id,
  );
  return run ?? null;
}

/** The run that a request made. */
export async function runOfRequest(tx: Runner, tenantId: string, requestKey: string): Promise<ReplayRun | null> {
  const [run] = await tx.$queryRawUnsafe<ReplayRun[]>(
    `select ${columns} from "ReplayRun" where "tenantId" = $1 and "requestKey" = $2`,
    tenantId,
    requestKey,
  );
  return run ?? null;
}

const byCreation = [
  { column: Prisma.sql`"createdAt"`, type: 'timestamptz' },
  { column: Prisma.sql`id`, type: 'text' },
] as const;

type RunQuery = {
  readonly state: ReplayState | undefined;
  readonly sort: OrderOf<typeof replaysList>;
  /** The time and the id of the run that the page goes on after. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

/** Runs and previews by their creation, the last first unless asked otherwise. */
export function findRuns(tx: Tx, tenantId: string, { state, sort, after, limit }: RunQuery): Promise<ReplayRun[]> {
  const page = rowKeyset(byCreation, sort === '-created', after);
  const ofState = state === undefined ? Prisma.sql`true` : Prisma.sql`state = ${state}`;
  return tx.$queryRaw<ReplayRun[]>`
    select ${Prisma.raw(columns)} from "ReplayRun" where "tenantId" = ${tenantId} and ${ofState} and ${page.after}
    order by ${page.order} limit ${limit}`;
}

/** The next run whose pace lets it go on, locked until the transaction ends; skips those that another worker holds. */
export async function claimReplayRun(tx: Runner): Promise<ReplayRun | null> {
  const [run] = await tx.$queryRawUnsafe<ReplayRun[]>(
    `select ${columns} from "ReplayRun" where state = 'running' and "paceAt" <= now() order by "paceAt" limit 1 for update skip locked`,
  );
  return run ?? null;
}
