import { systems } from '#lib/domain/system';
import { subjectKinds } from '#lib/domain/timeline';
import { Prisma } from './generated/client.ts';

/** That an event `e` is the one a person names: by its ledger number, its message's id, or the id of what it is about, with or without its system. */
export function namedEvents(tenantId: string, q: string): Prisma.Sql {
  const ids = [q, ...systems.map((system) => `${system}:${q}`)];
  const subjects = Prisma.sql`e.seq in (select s.seq from "EventSubject" s where s."tenantId" = ${tenantId}
    and s.kind = any(${[...subjectKinds]}::text[]) and s.id = any(${ids}::text[]) order by s.seq desc limit 5000)`;
  const number = /^\d{1,15}$/.test(q) ? Prisma.sql`or e.seq = ${BigInt(q)}` : Prisma.empty;
  return Prisma.sql`(e."messageId" = ${q} ${number} or ${subjects})`;
}
