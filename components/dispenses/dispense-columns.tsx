'use client';

import { CircleCheck, Flag, LockKeyhole, PackageOpen, TriangleAlert, Undo2, UserRoundX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Person, shortId } from '#components/prescriptions/person';
import { Product, Quantity } from '#components/stock/product';
import { Badge } from '#components/ui/badge';
import { CalendarDate, Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { WholeId } from '#components/ui/whole-id';
import type { DispenseRow } from '#lib/contract/dispenses/dispense';

/** The kinds of a dispense, each as a word of its own: they do not exclude one another. */
export function KindBadges({ row }: { readonly row: DispenseRow }) {
  const t = useTranslations('pharmacy.dispenses');
  return (
    <span className="inline-flex flex-wrap gap-1">
      {row.schedule === null ? null : (
        <Badge tone="controlled" icon={LockKeyhole}>
          {row.schedule === '?' ? t('controlled') : `C-${row.schedule}`}
        </Badge>
      )}
      {row.partial ? (
        <Badge tone="warn" icon={PackageOpen}>
          {t('kinds.partial')}
        </Badge>
      ) : null}
      {row.returned ? (
        <Badge tone="neutral" icon={Undo2}>
          {t('kinds.return')}
        </Badge>
      ) : null}
      {row.withdrawn ? (
        <Badge tone="neutral" icon={Undo2}>
          {t('withdrawn')}
        </Badge>
      ) : null}
      {row.schedule === null && !row.partial && !row.returned ? (
        <span className="text-ink-2">{t('kinds.full')}</span>
      ) : null}
    </span>
  );
}

export function CountersignWord({ row }: { readonly row: DispenseRow }) {
  const t = useTranslations('pharmacy.dispenses');
  if (row.countersign === null) return <span className="text-ink-3">–</span>;
  return row.countersign === 'done' ? (
    <Badge tone="good" icon={CircleCheck}>
      {t('countersigns.done')}
    </Badge>
  ) : (
    <Badge tone="bad" icon={UserRoundX}>
      {t(`countersigns.${row.countersign}`)}
    </Badge>
  );
}

export function ReviewWord({ row }: { readonly row: DispenseRow }) {
  const t = useTranslations('pharmacy.dispenses');
  if (row.review === null) return <span className="text-ink-3">{t('notYet')}</span>;
  return row.review === 'flagged' ? (
    <Badge tone="bad" icon={Flag}>
      {t('flagged')}
    </Badge>
  ) : (
    <Badge tone="good" icon={CircleCheck}>
      {t('reviewed')}
    </Badge>
  );
}

export function useDispenseColumns(): readonly TableColumn<DispenseRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(
    () => [
      { id: 'when', sortsBy: 'at', label: t('column.when'), width: 'md:w-26', cell: (row) => <Moment at={row.at} /> },
      {
        id: 'patient',
        label: t('column.patient'),
        width: 'md:w-34',
        rowHeader: true,
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <Person person={row.patient} />
            {row.prescriptionId === null ? null : (
              <WholeId className="text-ink-3 text-xs" id={row.prescriptionCode ?? shortId(row.prescriptionId)} />
            )}
          </span>
        ),
      },
      {
        id: 'medicine',
        label: t('column.medicine'),
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <Product product={row.product} />
            {row.overrides.length === 0 ? null : (
              <span className="mt-0.5 inline-flex items-center gap-1 text-warn text-xs">
                <TriangleAlert aria-hidden className="size-3.5!" />
                {t('dispenses.overrides', { count: row.overrides.length })}
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'quantity',
        label: t('column.quantity'),
        width: 'md:w-22',
        cell: (row) => <Quantity quantity={row.quantity} unit={row.unit} />,
      },
      { id: 'kind', label: t('column.kind'), width: 'md:w-24', cell: (row) => <KindBadges row={row} /> },
      {
        id: 'lot',
        label: t('column.lot'),
        width: 'md:w-30',
        cell: (row) =>
          row.lot === null ? (
            <NotSupplied />
          ) : (
            <span className="block min-w-0 leading-tight">
              <WholeId id={row.lot} />
              {row.lotExpiry === null ? null : (
                <span className="block text-ink-3 text-xs">
                  <CalendarDate date={row.lotExpiry} />
                </span>
              )}
            </span>
          ),
      },
      {
        id: 'pharmacist',
        label: t('column.pharmacist'),
        width: 'md:w-24',
        cell: (row) => <span className="block">{row.pharmacist ?? <NotSupplied />}</span>,
      },
      {
        id: 'countersign',
        label: t('column.countersign'),
        width: 'md:w-34',
        cell: (row) => <CountersignWord row={row} />,
      },
      { id: 'review', label: t('column.review'), width: 'md:w-24', cell: (row) => <ReviewWord row={row} /> },
    ],
    [t],
  );
}
