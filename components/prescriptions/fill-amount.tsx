'use client';

import { useTranslations } from 'next-intl';
import { Meter } from '#components/ui/meter';
import { NotSupplied } from '#components/ui/not-supplied';
import type { Fill } from '#lib/contract/prescriptions/prescription';
import { useAmount, useQuantity } from './quantity.ts';

type Props = { readonly fill: Fill | null; readonly supplied: boolean; readonly brief?: boolean };

/** The dispensed part of the prescribed quantity. A source that sends no dispenses gives "not supplied", never zero. `brief` leaves out returns. */
export function FillAmount({ fill, supplied, brief = false }: Props) {
  const t = useTranslations('fill');
  const quantity = useQuantity();
  const amount = useAmount();
  if (!supplied) return <NotSupplied />;
  if (fill === null) return <span className="text-ink-2">{t('perItem')}</span>;
  const { prescribed, dispensed, returned, unit } = fill;
  if (prescribed === null && dispensed === null) return <NotSupplied />;
  const given = quantity(dispensed ?? '0');
  const share = prescribed === null || Number(prescribed) === 0 ? null : Number(dispensed ?? '0') / Number(prescribed);
  const words = prescribed === null ? t('given', { given }) : t('of', { given, prescribed: quantity(prescribed) });
  return (
    <span className="flex w-full flex-col gap-1">
      <span className="wrap-anywhere">{amount(words, unit, prescribed ?? dispensed)}</span>
      {share === null ? null : <Meter share={share} />}
      {brief || returned === null || Number(returned) === 0 ? null : (
        <span className="font-normal text-ink-2 text-xs">{t('returned', { returned: quantity(returned) })}</span>
      )}
    </span>
  );
}
