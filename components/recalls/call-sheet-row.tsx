'use client';

import { useTranslations } from 'next-intl';
import { Person } from '#components/prescriptions/person';
import { Product, Quantity } from '#components/stock/product';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { WholeId } from '#components/ui/whole-id';
import type { RecallPersonRow } from '#lib/contract/recalls/recall';
import { useHolds, useNameOf } from './people-columns.tsx';

/** One person to call: everything to mention, and to ask, on the phone. */
export function CallSheetRow({ row }: { readonly row: RecallPersonRow }) {
  const t = useTranslations('recalls');
  const nameOf = useNameOf();
  const holdsOf = useHolds();
  return (
    <tr className="wrap-anywhere break-inside-avoid border-line border-b align-top max-sm:block max-sm:py-2">
      <th scope="row" className="p-2 font-semibold max-sm:block max-sm:py-1">
        {nameOf(row)}
        <span className="block font-normal">{row.reach.phone}</span>
        <span className="block font-normal">{row.reach.email}</span>
        {row.reach.unusableEmail === null ? null : (
          <span className="block font-normal">{t('people.unusableEmail', { written: row.reach.unusableEmail })}</span>
        )}
        {row.reach.phone === null && row.reach.email === null && row.reach.unusableEmail === null ? (
          <span className="block font-normal">{t('people.noReach')}</span>
        ) : null}
      </th>
      <td className="p-2 max-sm:block max-sm:py-1">
        <ul className="flex flex-col gap-1.5 leading-tight">
          {row.given.map(({ dispenseId, product, lot, quantity, unit, at }) => (
            <li key={dispenseId}>
              <Product product={product} />
              {lot === null ? null : <WholeId id={lot} />}
              <Quantity quantity={quantity} unit={unit} /> · {at === null ? <NotSupplied /> : <Moment at={at} />}
            </li>
          ))}
        </ul>
      </td>
      <td className="p-2 max-sm:block max-sm:py-1">
        <Label column="prescriber" />
        <Person person={row.prescriber} />
      </td>
      <td className="p-2 max-sm:block max-sm:py-1">
        <Label column="holds" />
        {holdsOf(row)}
      </td>
      <td className="p-2 max-sm:block max-sm:py-1">
        <Label column="contact" />
        {row.outcome === null ? t('people.notYet') : t(`outcome.${row.outcome}`)}
      </td>
      <td className="p-2 max-sm:block max-sm:h-10" />
    </tr>
  );
}

/** The label of a value, where a narrow screen has no heads above it. */
function Label({ column }: { readonly column: 'prescriber' | 'holds' | 'contact' }) {
  const t = useTranslations('recalls.people');
  return (
    <span aria-hidden className="block text-ink-3 text-xs sm:hidden">
      {t(column)}
    </span>
  );
}
