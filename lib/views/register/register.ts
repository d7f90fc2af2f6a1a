import type { Page } from '#lib/contract/base/page';
import type { RegisterFilter, RegisterRow, RegisterSubstance } from '#lib/contract/register/register';
import { countersignHoursOf } from '#lib/db/access/tenant-settings';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import {
  type FoundEntry,
  type FoundOpening,
  findRegister,
  lackingCountersigns,
  openingBefore,
  type RegisterPosition,
  type RegisterQuery,
  registerSums,
} from '#lib/db/register/find-register';
import { type RegisterItem, registerItems } from '#lib/db/register/register-items';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { add } from '#lib/domain/base/decimal';
import type { Scope } from '#lib/domain/base/scope';
import { runBook, unknownSubstance } from '#lib/domain/register/register-book';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { type BookFact, registerRows } from './register-rows.ts';

export type Asking = RegisterFilter & { readonly cursor?: string | undefined; readonly limit: number };

type Book = { readonly items: readonly RegisterItem[]; readonly query: RegisterQuery; readonly hours: number };

/** The book of the account's locations, or of the requested one of them: an entry without a stock item is at none. */
async function bookOf(tx: Tx, scope: Scope, { substance, schedule, location }: RegisterFilter): Promise<Book> {
  const { tenantId } = scope;
  const own = ownLocations(scope);
  const places = location === undefined ? own : [location].filter((one) => own?.includes(one) ?? true);
  const items = await registerItems(tx, tenantId, { substance, schedule }, places);
  const hours = await countersignHoursOf(tx, tenantId);
  const query = {
    tenantId,
    items: items.map(({ id }) => id),
    substances: places !== undefined ? [] : substance === undefined ? null : [substance],
    schedule: schedule ?? null,
  };
  return { items, query, hours };
}

const substanceOf = (items: ReadonlyMap<string, RegisterItem>, found: Pick<FoundEntry, 'stockItemId' | 'substance'>) =>
  items.get(found.stockItemId ?? '')?.substance ?? found.substance ?? unknownSubstance;

const keyOf = ({ stockItemId, lotNumber, bucket, unit }: FoundEntry | FoundOpening) => ({
  ...{ stockItemId: stockItemId ?? '', lotNumber, bucket, unit },
});

/** The beginning of a page: at its cursor, else before the end of the period, else at the newest entry. */
function untilOf({ cursor, to }: Asking): RegisterPosition | null {
  const [at, last, id] = decodeCursor(cursor, ['instant', 'number', 'text']) ?? [];
  if (at !== undefined && last !== undefined && id !== undefined) return { at, last: Number(last), id };
  return to === undefined ? null : { at: to, last: -1, id: '' };
}

/** A page of the register, newest entry first, each with the balance before and after it in the order of the facts' own times. */
export async function readRegister(account: Account, asking: Asking, requestId: string): Promise<Page<RegisterRow>> {
  const { scope } = account;
  const { tenantId } = scope;
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const personLooks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const page = await inTenant(scope, async (tx): Promise<Page<RegisterRow>> => {
    const { items, query, hours } = await bookOf(tx, scope, asking);
    const byId = new Map(items.map((item) => [item.id, item]));
    const found = await findRegister(tx, query, {
      ...{ from: asking.from ?? null, until: untilOf(asking), limit: asking.limit + 1 },
    });
    const shown = found.slice(0, asking.limit);
    const oldest = shown.at(-1);
    if (oldest === undefined) return { items: [], nextCursor: null };
    const place = { at: oldest.at.toISOString(), last: Number(oldest.kind === 'count'), id: oldest.id };
    const openings = (await openingBefore(tx, query, place)).map((one) => ({
      ...{ substance: substanceOf(byId, one), key: keyOf(one), quantity: one.quantity },
    }));
    const facts = shown.map((one): BookFact => {
      const { id, at, kind, quantity } = one;
      return {
        id,
        at: at.toISOString(),
        kind,
        quantity,
        substance: substanceOf(byId, one),
        key: keyOf(one),
        found: one,
      };
    });
    const lines = runBook(openings, facts).toReversed();
    const signer = { userId: scope.userId, senderIds: scope.prescriberIds };
    const rows = await registerRows(tx, tenantId, lines, { items: byId, signer, hours, now: await databaseNow(tx) });
    const named = rows.filter((row) => row.patient?.name);
    await looks.write(tx, [...new Set(named.flatMap(({ prescription }) => prescription?.id ?? []))]);
    // A dispense that names no prescription names a person all the same.
    const bare = named.flatMap(({ prescription, patient }) => (prescription === null ? (patient?.id ?? []) : []));
    await personLooks.write(tx, [...new Set(bare)]);
    const more = found.length > shown.length;
    return { items: rows, nextCursor: more ? encodeCursor([place.at, place.last, place.id]) : null };
  });
  looks.remember();
  personLooks.remember();
  return page;
}

/** The substances of the register, each with its recorded balance and its missing countersignatures. Nobody's record. */
export function registerSubstances(
  account: Account,
  asking: Pick<RegisterFilter, 'schedule' | 'location'>,
): Promise<{ readonly items: readonly RegisterSubstance[]; readonly countersignHours: number }> {
  return inTenant(account.scope, async (tx) => {
    const { items, query, hours } = await bookOf(tx, account.scope, asking);
    const byId = new Map(items.map((item) => [item.id, item]));
    const lateBefore = new Date(Date.parse(await databaseNow(tx)) - hours * 3_600_000).toISOString();
    const sums = await registerSums(tx, query);
    const lacking = await lackingCountersigns(tx, query, lateBefore);
    const books = new Map<string, RegisterSubstance>();
    const bookAt = (substance: string): RegisterSubstance =>
      books.get(substance) ?? {
        ...{ substance, code: substance === unknownSubstance ? null : substance, display: null, schedule: '?' },
        ...{ balances: [], missing: 0, self: 0, late: 0, stockItems: [] },
      };
    for (const { id, substance, code, display, schedule } of items) {
      const book = bookAt(substance);
      const stockItems = [...book.stockItems, id];
      books.set(substance, { ...book, code, display: book.display ?? display, schedule, stockItems });
    }
    for (const sum of sums) {
      const book = bookAt(substanceOf(byId, sum));
      const others = book.balances.filter(({ unit }) => unit !== sum.unit);
      const same = book.balances.find(({ unit }) => unit === sum.unit);
      const total = { unit: sum.unit, quantity: add(same?.quantity ?? '0', sum.quantity) };
      books.set(book.substance, { ...book, balances: [...others, total] });
    }
    for (const { missing, self, late, ...of } of lacking) {
      const book = books.get(substanceOf(byId, of));
      if (book)
        books.set(book.substance, {
          ...{ ...book, missing: book.missing + missing, self: book.self + self, late: book.late + late },
        });
    }
    const order = (a: RegisterSubstance, b: RegisterSubstance) =>
      b.missing + b.self - (a.missing + a.self) || (a.display ?? a.substance).localeCompare(b.display ?? b.substance);
    return { items: [...books.values()].sort(order), countersignHours: hours };
  });
}
