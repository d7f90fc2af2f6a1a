'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Person, shortId } from '#components/prescriptions/person';
import { CountersignBadge, GapBadges } from '#components/register/register-badges';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { WholeId } from '#components/ui/whole-id';
import type { RegisterRow } from '#lib/contract/register/register';
import { useQuantity } from '../prescriptions/quantity.ts';

function Entry({ row }: { readonly row: RegisterRow }) {
  const t = useTranslations('register');
  const lot = row.lotNumber === null ? t('noLot') : t('lot', { lot: row.lotNumber });
  return (
    <span className="block min-w-0 leading-tight">
      <span className="flex flex-wrap items-center gap-1">
        {t(`kind.${row.kind}`)} <GapBadges row={row} />
      </span>
      <span className="block text-ink-3 text-xs">
        {lot}
        {row.bucket === 'quarantine' ? `, ${t('quarantine')}` : ''}
        {row.note === null ? '' : ` · ${row.note}`}
      </span>
    </span>
  );
}

function Prescribed({ row }: { readonly row: RegisterRow }) {
  if (row.prescription === null) return <span className="text-ink-3">–</span>;
  return (
    <span className="block min-w-0 leading-tight">
      <WholeId id={row.prescription.code ?? shortId(row.prescription.id)} />
      <span className="block text-ink-2 text-sm">
        <Person person={row.patient} />
      </span>
    </span>
  );
}

/** The columns of a page of the register; where the substance is kept in several units, each figure with its own. */
export function useRegisterColumns(
  onSign: (row: RegisterRow) => void,
  mixed: boolean,
): readonly TableColumn<RegisterRow>[] {
  const t = useTranslations('register');
  const quantity = useQuantity();
  return useMemo(() => {
    const figure = (text: string | null, { unit }: RegisterRow) =>
      text === null ? null : (
        <span>
          {quantity(text)}
          {mixed && unit !== '' ? <span className="block text-ink-3 text-xs">{unit}</span> : null}
        </span>
      );
    const balance = (text: string, row: RegisterRow) => (
      <span className={text.startsWith('-') ? 'font-semibold text-bad' : ''}>{figure(text, row)}</span>
    );
    return [
      { id: 'when', label: t('column.when'), width: 'md:w-32', cell: (row) => <Moment at={row.at} /> },
      { id: 'entry', label: t('column.entry'), rowHeader: true, cell: (row) => <Entry row={row} /> },
      { id: 'in', label: t('column.in'), width: 'md:w-16', end: true, cell: (row) => figure(row.in, row) },
      { id: 'out', label: t('column.out'), width: 'md:w-16', end: true, cell: (row) => figure(row.out, row) },
      { id: 'before', label: t('column.before'), width: 'md:w-18', end: true, cell: (row) => balance(row.before, row) },
      { id: 'after', label: t('column.after'), width: 'md:w-18', end: true, cell: (row) => balance(row.after, row) },
      {
        id: 'prescription',
        label: t('column.prescription'),
        width: 'md:w-36',
        cell: (row) => <Prescribed row={row} />,
      },
      {
        id: 'by',
        label: t('column.by'),
        width: 'md:w-30',
        cell: (row) => (row.by === null ? <span className="text-ink-3">–</span> : <Person person={row.by} />),
      },
      {
        id: 'countersign',
        label: t('column.countersign'),
        width: 'md:w-44',
        cell: (row) => (
          <span className="flex flex-col items-start gap-1">
            {row.countersign === null ? null : <CountersignBadge countersign={row.countersign} />}
            {row.countersign?.by ? (
              <span className="block max-w-full text-ink-2 text-xs">
                {row.countersign.by.name ?? shortId(row.countersign.by.id)}
              </span>
            ) : null}
            {row.mayCountersign && row.countersign !== null ? (
              <Button look="ask" onPress={() => onSign(row)}>
                {t('sign.ask')}
              </Button>
            ) : null}
          </span>
        ),
      },
    ];
  }, [t, quantity, onSign, mixed]);
}
