import type { Tx } from '#lib/db/base/in-tenant';
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

export type RunCursor = { readonly createdAt: string; readonly id: string };

/** Runs and previews, newest first. */
export function findRuns(
  tx: Runner,
  tenantId: string,
  {
    state,
    after,
    limit,
  }: { readonly state: ReplayState | null; readonly after: RunCursor | null; readonly limit: number },
): Promise<ReplayRun[]> {
  return tx.$queryRawUnsafe<ReplayRun[]>(
    `select ${columns} from "ReplayRun" where "tenantId" = $1 and ($2::text is null or state = $2)
       and ($3::timestamptz is null or ("createdAt", id) < ($3::timestamptz, $4))
     order by "createdAt" desc, id desc limit $5`,
    tenantId,
    state,
    after?.createdAt ?? null,
    after?.id ?? '',
    limit,
  );
}

/** The next run whose pace lets it go on, locked until the transaction ends; skips those that another worker holds. */
export async function claimReplayRun(tx: Runner): Promise<ReplayRun | null> {
  const [run] = await tx.$queryRawUnsafe<ReplayRun[]>(
    `select ${columns} from "ReplayRun" where state = 'running' and "paceAt" <= now() order by "paceAt" limit 1 for update skip locked`,
  );
  return run ?? null;
}
