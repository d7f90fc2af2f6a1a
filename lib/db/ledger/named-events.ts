import { Prisma } from '#lib/db/generated/client';
import { systems } from '#lib/domain/base/system';
import { subjectKinds } from '#lib/domain/ledger/timeline';

/** Condition that an event `e` is the one a person names: by its ledger number, its message's id, or the id of its subject, with or without its system. */
export function namedEvents(tenantId: string, q: string): Prisma.Sql {
  const ids = [q, ...systems.map((system) => `${system}:${q}`)];
  const number = /^\d{1,15}$/.test(q) ? Prisma.sql`union all select ${BigInt(q)}` : Prisma.empty;
  // Each by its own index: joined by "or", all events would be read.
  return Prisma.sql`e.seq in (select m.seq from "LedgerEvent" m where m."tenantId" = ${tenantId} and m."messageId" = ${q} ${number}
    union all (select s.seq from "EventSubject" s where s."tenantId" = ${tenantId} and s.kind = any(${[...subjectKinds]}::text[])
      and s.id = any(${ids}::text[]) order by s.seq desc limit 5000))`;
}
