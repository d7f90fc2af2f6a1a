'use client';

import { CircleCheck, Flag, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Person, shortId } from '#components/prescriptions/person';
import { Product, Quantity } from '#components/stock/product';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { CalendarDate, ExactMoment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { Note } from '#components/ui/note';
import type { DispenseRow } from '#lib/contract/dispenses/dispense';
import { CountersignWord, KindBadges, ReviewWord } from './dispense-columns.tsx';

type Props = {
  readonly row: DispenseRow;
  readonly onReview: () => void;
  readonly onFlag: () => void;
  readonly onClose: () => void;
};

/** One dispense beside the list: overridden alerts of its prescription first, then the dispensed items, and related records. */
export function DispenseDrawer({ row, onReview, onFlag, onClose }: Props) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('column.when'), <ExactMoment key="when" at={row.at} />],
    [t('column.patient'), <Person key="patient" person={row.patient} />],
    [t('column.medicine'), <Product key="product" product={row.product} />],
    [t('column.quantity'), <Quantity key="quantity" quantity={row.quantity} unit={row.unit} />],
    [t('column.kind'), <KindBadges key="kind" row={row} />],
    [t('column.lot'), row.lot === null ? <NotSupplied key="lot" /> : <code key="lot">{row.lot}</code>],
    [
      t('column.expires'),
      row.lotExpiry === null ? <NotSupplied key="expiry" /> : <CalendarDate key="expiry" date={row.lotExpiry} />,
    ],
    [t('column.pharmacist'), row.pharmacist ?? <NotSupplied key="pharmacist" />],
    [t('column.countersign'), <CountersignWord key="countersign" row={row} />],
    [t('column.review'), <ReviewWord key="review" row={row} />],
  ];
  return (
    <Drawer title={t('dispenses.one')} above={shortId(row.id)} closeLabel={list('close')} onClose={onClose}>
      {row.overrides.map(({ alert, severity, reason, by }) => (
        <Note key={`${alert} ${reason}`} tone="warn" icon={TriangleAlert}>
          <strong>{alert ?? t('dispenses.override')}</strong>
          {severity === null ? null : ` · ${severity}`}
          <span className="block text-ink-2">
            {reason ?? t('dispenses.noReason')}
            {by === null ? null : ` · ${shortId(by)}`}
          </span>
        </Note>
      ))}
      {row.flagReason === null ? null : (
        <Note tone="bad" icon={Flag}>
          {row.flagReason}
          {row.reviewedBy === null ? null : <span className="block text-ink-2">{row.reviewedBy}</span>}
        </Note>
      )}
      {row.disputed.length === 0 ? null : (
        <Note tone="warn" icon={TriangleAlert}>
          {t('dispenses.disputed', { fields: row.disputed.join(', ') })}
        </Note>
      )}
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] max-sm:grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="wrap-anywhere min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isDisabled={row.review === 'reviewed'} onPress={onReview}>
          <CircleCheck aria-hidden /> {t('dispenses.review')}
        </Button>
        <Button onPress={onFlag}>
          <Flag aria-hidden /> {t('dispenses.flag')}
        </Button>
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {row.prescriptionId === null ? null : (
          <Link prefetch={false} href={`/prescriptions/${encodeURIComponent(row.prescriptionId)}`}>
            {t('dispenses.prescription')}
          </Link>
        )}
        {row.lotId === null ? null : (
          <Link prefetch={false} href={`/lots/${encodeURIComponent(row.lotId)}`}>
            {t('dispenses.trace')}
          </Link>
        )}
      </p>
    </Drawer>
  );
}
