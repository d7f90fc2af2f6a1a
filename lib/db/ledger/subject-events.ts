import type { Tx } from '#lib/db/base/in-tenant';
import type { Lane, Subject } from '#lib/domain/ledger/timeline';
import type { Claimed } from './claim-work.ts';
import { amendmentJoin, effectiveColumns } from './effective-event.ts';

/** The columns of a `SubjectEvent` that are the ledger's own. */
export const subjectColumns = `${effectiveColumns}, e."factKey", coalesce(e.type, e."wireType", '') as type, e."purgedAt", e.lane`;

/** A processed event as a timeline reads it: its content, its source and its time. */
export type SubjectEvent = Claimed & {
  readonly sourceKey: string;
  readonly factKey: string | null;
  readonly subjectAt: Date;
  /** The catalogue's name of it. */
  readonly type: string;
  /** Its content is gone; the lane is then known from here only. */
  readonly purgedAt: Date | null;
  readonly lane: Lane | null;
};

export type SubjectQuery = {
  readonly subjects: readonly Subject[];
  readonly after: { readonly occurredAt: string; readonly seq: string } | null;
  readonly limit: number;
};

/**
 * Events about any of the subjects, newest fact first. Each subject is read by its own index range down to the page's end, so that the cost
 * is the page's and not the history's.
 */
export function findSubjectEvents(
  tx: Tx,
  tenantId: string,
  { subjects, after, limit }: SubjectQuery,
): Promise<SubjectEvent[]> {
  return tx.$queryRawUnsafe<SubjectEvent[]>(
    `select ${subjectColumns}, coalesce(s.key, e."sourceId") as "sourceKey", hit."occurredAt" as "subjectAt"
     from (
       select distinct about."occurredAt", about.seq
       from unnest($2::text[], $3::text[]) as wanted(kind, id)
       cross join lateral (
         select x."occurredAt", x.seq from "EventSubject" x
         where x."tenantId" = $1 and x.kind = wanted.kind and x.id = wanted.id
           and ($4::timestamptz is null or (x."occurredAt", x.seq) < ($4::timestamptz, $5::bigint))
         order by x."occurredAt" desc, x.seq desc limit $6
       ) about
       order by about."occurredAt" desc, about.seq desc limit $6
     ) hit
     join "LedgerEvent" e on e."tenantId" = $1 and e.seq = hit.seq ${amendmentJoin}
     left join "Source" s on s."tenantId" = $1 and s.id = e."sourceId"
     order by hit."occurredAt" desc, hit.seq desc`,
    tenantId,
    subjects.map(({ kind }) => kind),
    subjects.map(({ id }) => id),
    after?.occurredAt ?? null,
    after?.seq ?? null,
    limit,
  );
}

/** The other events of these subjects that carry one of these facts: those of a page's events that other pages would repeat. */
export function findTwins(tx: Tx, tenantId: string, { subjects, factKeys, besides }: Twins): Promise<SubjectEvent[]> {
  if (factKeys.length === 0) return Promise.resolve([]);
  return tx.$queryRawUnsafe<SubjectEvent[]>(
    `select ${subjectColumns}, coalesce(s.key, e."sourceId") as "sourceKey", hit."occurredAt" as "subjectAt"
     from (
       select distinct x."occurredAt", x.seq from unnest($2::text[], $3::text[]) as wanted(kind, id)
       join "EventSubject" x on x."tenantId" = $1 and x.kind = wanted.kind and x.id = wanted.id
       where x.seq <> all($5::bigint[])
     ) hit
     join "LedgerEvent" e on e."tenantId" = $1 and e.seq = hit.seq ${amendmentJoin}
     left join "Source" s on s."tenantId" = $1 and s.id = e."sourceId"
     where e."factKey" = any($4::text[])`,
    tenantId,
    subjects.map(({ kind }) => kind),
    subjects.map(({ id }) => id),
    [...factKeys],
    [...besides],
  );
}

type Twins = {
  readonly subjects: readonly Subject[];
  readonly factKeys: readonly string[];
  readonly besides: readonly bigint[];
};
