import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { entered } from '#lib/domain/directories/directory';
import type { Row } from '#lib/domain/ledger/fold';

/** The directory's entry for a source's code (`medication:RxNorm|861007`); null where it has none. */
export type ProductNames = (code: string) => string | null;

/** The directory's data of a source's code. */
type ProductFacts = (code: string) => { readonly display: string | null; readonly schedule: string | null };

/** The product of each code; codes without one are left out. */
export async function productsMeant(
  tx: Tx,
  tenantId: string,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const means = new Map<string, Row>();
  await loadRows(tx, tenantId, 'productCode', 'id', codes, means);
  return new Map(
    [...means].flatMap(([code, row]) => {
      const productId = entered(row, 'productId');
      return productId === null ? [] : [[code, productId] as const];
    }),
  );
}

/** Reads the directory's entries for the given codes: two statements, whatever their number. */
export async function productFactsOf(tx: Tx, tenantId: string, codes: Iterable<string>): Promise<ProductFacts> {
  const means = await productsMeant(tx, tenantId, codes);
  const products = new Map<string, Row>();
  await loadRows(tx, tenantId, 'product', 'id', means.values(), products);
  return (code) => {
    const product = products.get(means.get(code) ?? '');
    return { display: entered(product, 'display'), schedule: entered(product, 'schedule') };
  };
}

/** Reads the directory's names of the given codes. */
export async function productNamesOf(tx: Tx, tenantId: string, codes: Iterable<string>): Promise<ProductNames> {
  const factsOf = await productFactsOf(tx, tenantId, codes);
  return (code) => factsOf(code).display;
}

/** More products than these are too many to distinguish one search from another. */
const mostMeant = 200;
const begins = (word: string) => `% ${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/**
 * The senders' codes, without their system, of the products that each word of a query names: some word of their directory name begins so. Words
 * of one or two letters only narrow what longer ones have found.
 */
export async function productCodesNamed(
  tx: Tx,
  tenantId: string,
  words: readonly string[],
): Promise<(word: string) => readonly string[]> {
  const telling = words.filter((word) => word.length > 2).map(begins);
  if (telling.length === 0) return () => [];
  const rows = await tx.$queryRaw<{ code: string; name: string }[]>`
    select substr(c.id, strpos(c.id, ':') + 1) as code, ' ' || p.name as name
    from (select id, name from "Product" where "tenantId" = ${tenantId} and ' ' || name like any(${telling}::text[]) order by id limit ${mostMeant}) p
      join "ProductCode" c on c."tenantId" = ${tenantId} and c."productId" = p.id`;
  return (word) => [...new Set(rows.flatMap(({ code, name }) => (name.includes(` ${word}`) ? [code] : [])))];
}
