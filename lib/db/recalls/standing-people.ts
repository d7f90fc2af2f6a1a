import { Prisma } from '#lib/db/generated/client';
import { endingOutcomes } from '#lib/domain/recalls/outcome';
import { type RecallReading, recalledDispenses } from './recalled-dispenses.ts';

/** A row of `standing`: one person of one case. */
export type StandingPerson = {
  readonly recallId: string;
  readonly person: string;
  readonly closedAt: string | null;
  /** When they were last given of a recalled lot. */
  readonly last: Date;
  /** The latest first. */
  readonly dispenses: readonly string[];
  /** Those of them that became known after the recall. */
  readonly told: readonly string[];
  /** Given of the lot after the recall, or known to be only then. */
  readonly late: boolean;
  /** All that they were given came back. */
  readonly back: boolean;
  readonly backThen: boolean;
  readonly outcome: string | null;
  readonly assignedTo: string | null;
  readonly letter: string | null;
  /** They were given of the lot again after they were reached. */
  readonly again: boolean;
  /** Not settled when the case was closed. */
  readonly joined: boolean;
};

const ending = [...endingOutcomes];

/** One row for a person of a case, with the dispenses and the latest of them. */
const people = Prisma.sql`
  people as (
    select g."recallId", g.person, g."closedAt", max(g.at) as last, array_agg(g.id order by g.at desc, g.id) as dispenses,
      coalesce(array_agg(g.id) filter (where g.told), '{}') as told, bool_or(g.after or g.told) as late,
      bool_and(g.back) as back, bool_and(g."backThen") as "backThen"
    from given g group by 1, 2, 3
  )`;

/** When each person of a closed case was last spoken with for good by the time of its closing. */
const spoken = ({ tenantId }: RecallReading) => Prisma.sql`
  spoken as (
    select k."recallId", k."personId", max(k.registers->'contactedAt'->>'v')::timestamptz as at from (
        select distinct "recallId", "closedAt" from named where "closedAt" is not null) c
      join "RecallContact" k on k."tenantId" = ${tenantId} and k."recallId" = c."recallId"
        and k.registers->'outcome'->>'v' = any(${ending}::text[]) and k.registers->'contactedAt'->>'v' <= c."closedAt"
    group by 1, 2
  )`;

/** Each person with how far the case is with them. `joined`: on a closed case, not settled at the closing. */
const standing = ({ tenantId }: RecallReading) => Prisma.sql`
  standing as (
    select p.*, r.outcome, r."assignedTo", r.letter, coalesce(p.last > (r.registers->'outcome'->>'at')::timestamptz, false) as again,
      p."closedAt" is not null and not (p."backThen" or coalesce(s.at >= p.last, false)) as joined
    from people p
      left join "RecallPerson" r on r."tenantId" = ${tenantId} and r."recallId" = p."recallId" and r."personId" = p.person
      left join spoken s on s."recallId" = p."recallId" and s."personId" = p.person
  )`;

/**
 * Everyone to whom something of a recalled lot was dispensed, computed at reading, as the CTEs `people` and `standing` (with those they are made of).
 *
 * Of a closed case, `joined` says who was not settled at the closing: its check is made again with what is known now, by the contacts of that time
 * and by what had come back. So it makes no difference by which way somebody comes to be on it: delayed, replayed, of a lot or product learnt later.
 */
export function recallPeople(reading: RecallReading): Prisma.Sql {
  return Prisma.join([recalledDispenses(reading), people, spoken(reading), standing(reading)], ',');
}
