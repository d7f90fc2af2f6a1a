import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, keyset } from '#lib/db/base/keyset';
import { productCodesNamed } from '#lib/db/directories/product-directory';
import { Prisma } from '#lib/db/generated/client';
import { wordsOf } from '#lib/domain/base/terms';
import type { Row } from '#lib/domain/ledger/fold';

export type FoundPrescription = {
  readonly id: string;
  readonly registers: Row;
  readonly system: string;
  readonly code: string | null;
  readonly patientId: string | null;
  readonly prescriberId: string;
  readonly state: string;
  readonly emailState: string;
  readonly expirationDate: string | null;
  readonly issuedAt: Date | null;
  readonly updatedAt: Date;
};

type PrescriptionFilter = FilterOf<typeof prescriptionsList>;

export type PrescriptionQuery = {
  readonly tenantId: string;
  /** Null: the whole tenant. A list: only these prescribers', each read by its own index range. */
  readonly prescriberIds: readonly string[] | null;
  readonly filter: PrescriptionFilter;
  readonly sort: OrderOf<typeof prescriptionsList>;
  /** True when `q` also searches medicines; else only the prescription's own ids and codes. */
  readonly byMedicine: boolean;
  /** `YYYY-MM-DD`, in the tenant's zone: what is past its date reads as expired. */
  readonly today: string;
  readonly after: After | null;
  readonly limit: number;
};

/** Up to here a search goes by its words' own index; what matches more is so common that reading newest first finds a page at once. */
const rare = 1_000;

/** The outbox decides, not the ledger: an email that leaves this very moment. */
const beingSent = Prisma.sql`p."emailState" = 'queued' and exists (select from "OutboxMessage" m where m."tenantId" = p."tenantId"
  and m."prescriptionId" = p.id and m.purpose = 'resend' and m.state = 'sending')`;

const columns = Prisma.sql`p.id, p.registers, p.system, p.code, p."patientId", p."prescriberId", p.state, p."emailState",
  to_char(p."expirationDate", 'YYYY-MM-DD') as "expirationDate", p."issuedAt", p."updatedAt"`;

const settled = Prisma.sql`p.state in ('canceled', 'discontinued', 'expired', 'dispensed')`;

function stateIs(state: string, today: string): Prisma.Sql {
  if (state === 'expired')
    return Prisma.sql`(p.state = 'expired' or (p."expirationDate" < ${today}::date and not ${settled}))`;
  return Prisma.sql`(p.state = ${state} and (${settled} or p."expirationDate" is null or p."expirationDate" >= ${today}::date))`;
}

/** The end of a prefix's range, byte by byte. */
const afterPrefix = (word: string) => `${word}\u{10ffff}`;

/** The search terms of a query's word: words that begin so, and whole codes of medicines that the directory calls so. */
type Sought = { readonly word: string; readonly codes: readonly string[] };

async function rareIds(tx: Tx, tenantId: string, { word, codes }: Sought): Promise<string[] | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    (select "prescriptionId" as id from "PrescriptionTerm"
      where "tenantId" = ${tenantId} and term >= ${word} and term < ${afterPrefix(word)} limit ${rare + 1})
    union all
    (select "prescriptionId" as id from "PrescriptionTerm" where "tenantId" = ${tenantId} and term = any(${[...codes]}::text[]) limit ${rare + 1})`;
  return rows.length > rare ? null : [...new Set(rows.map(({ id }) => id))];
}

/** From the words in the index; of the few prescriptions that have too many for it, from their own row. */
function hasWord({ word, codes }: Sought): Prisma.Sql {
  const among = (terms: Prisma.Sql) => Prisma.sql`exists (select from unnest(${terms}) t
    where (t >= ${word} collate "C" and t < ${afterPrefix(word)} collate "C") or t = any(${[...codes]}::text[]))`;
  const own = Prisma.sql`(select x.terms from "Prescription" x where x."tenantId" = p."tenantId" and x.id = p.id)`;
  return Prisma.sql`case when p.words is null then ${among(own)} else ${among(Prisma.sql`p.words`)} end`;
}

/** The same in the prescription's own ids and codes: no word of a medicine may find it. */
function hasOwnWord(word: string): Prisma.Sql {
  const bareId = Prisma.sql`substr(p.id, strpos(p.id, ':') + 1)`;
  const given = Prisma.sql`p.registers->'externalId'->>'v', p.registers->'encounterId'->>'v'`;
  return Prisma.sql`strpos(' ' || lower(concat_ws(' ', p.id, ${bareId}, p.code, ${given})), ${` ${word}`}) > 0`;
}

type WordConditions = { readonly sql: readonly Prisma.Sql[]; readonly common: boolean };

async function wordConditions(
  tx: Tx,
  { tenantId, byMedicine }: Pick<PrescriptionQuery, 'tenantId' | 'byMedicine'>,
  q: string,
): Promise<WordConditions> {
  const sql: Prisma.Sql[] = [];
  let common = false;
  const words = wordsOf(q).slice(0, 6);
  const codesOf = await productCodesNamed(tx, tenantId, byMedicine ? words : []);
  for (const word of words) {
    const sought = { word, codes: codesOf(word).flatMap(wordsOf) };
    const ids = await rareIds(tx, tenantId, sought);
    common ||= ids === null;
    if (!byMedicine) sql.push(hasOwnWord(word));
    sql.push(ids ? Prisma.sql`p.id = any(${ids}::text[])` : hasWord(sought));
  }
  return { sql, common };
}

/** `q` is looked up first, word by word: `wordConditions`. */
const byField: Conditions<Omit<PrescriptionFilter, 'q'>, string> = {
  state: stateIs,
  email: (state) => (state === 'sending' ? beingSent : Prisma.sql`p."emailState" = ${state}`),
  system: (system) => Prisma.sql`p.system = ${system}`,
};

const byChange = { column: Prisma.sql`p."updatedAt"`, type: 'timestamptz', id: Prisma.sql`p.id` } as const;

/** A page of prescriptions by their last change. Its cost is the page's: every filter has an index in the order of the page, read from either end. */
export async function findPrescriptions(tx: Tx, query: PrescriptionQuery): Promise<FoundPrescription[]> {
  const { tenantId, sort, limit } = query;
  const { q, ...filter } = query.filter;
  const page = keyset(byChange, sort === '-updated', query.after);
  const words = q ? await wordConditions(tx, query, q) : { sql: [], common: false };
  const conditions = allOf([
    Prisma.sql`p."tenantId" = ${tenantId}`,
    ...conditionsOf(filter, byField, query.today),
    ...words.sql,
    page.after,
  ]);
  const order = Prisma.sql`order by ${page.order} limit ${limit}`;
  // Their ids are read from the list's own index alone; only the page itself is fetched.
  if (query.prescriberIds === null && words.common)
    return tx.$queryRaw<FoundPrescription[]>`
      select ${columns} from (select p.id from "Prescription" p where ${conditions} ${order}) found
        join "Prescription" p on p."tenantId" = ${tenantId} and p.id = found.id order by ${page.order}`;
  if (query.prescriberIds === null)
    return tx.$queryRaw<FoundPrescription[]>`select ${columns} from "Prescription" p where ${conditions} ${order}`;
  return tx.$queryRaw<FoundPrescription[]>`
    select p.* from unnest(${[...query.prescriberIds]}::text[]) as own(id)
    cross join lateral (select ${columns} from "Prescription" p where ${conditions} and p."prescriberId" = own.id ${order}) p ${order}`;
}
