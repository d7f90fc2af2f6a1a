'use client';

import { Circle, ClockAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ReachBadge } from '#components/prescriptions/email-badge';
import { Person, shortId } from '#components/prescriptions/person';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import type { RecallPersonRow } from '#lib/contract/recalls/recall';
import { add } from '#lib/domain/base/decimal';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';
import { outcomeLooks } from './outcome-badge.ts';

export function useNameOf(): (row: RecallPersonRow) => string {
  const t = useTranslations('recalls.people');
  return ({ patient }) => (patient === null ? t('noPerson') : (patient.name ?? shortId(patient.id)));
}

/** The dispensed sum: nothing where a quantity is not supplied, or the units differ. */
export function givenAltogether({ given }: RecallPersonRow): string | null {
  const units = new Set(given.map(({ unit }) => unit));
  const known = given.flatMap(({ quantity }) => quantity ?? []);
  return units.size === 1 && known.length === given.length ? known.reduce(add, '0') : null;
}

/** The amount that they probably still have, in words. */
export function useHolds(): (row: RecallPersonRow) => string {
  const t = useTranslations('recalls.people');
  const amountOf = useAmount();
  const quantityOf = useQuantity();
  return (row) => {
    const { holds } = row;
    if (holds === null) return t('unknown');
    if (holds.quantity === '0') return t('noneLikely');
    const given = givenAltogether(row) ?? holds.quantity;
    const words = t(holds.most ? 'atMost' : 'ofGiven', { held: quantityOf(holds.quantity), given: quantityOf(given) });
    return amountOf(words, holds.unit, given);
  };
}

/** The columns of a recall's people; `onLog` null: nothing can be done here. */
export function usePeopleColumns(
  onLog: ((row: RecallPersonRow) => void) | null,
): readonly TableColumn<RecallPersonRow>[] {
  const t = useTranslations('recalls');
  const nameOf = useNameOf();
  const holdsOf = useHolds();
  const quantityOf = useQuantity();
  return useMemo(() => {
    const columns: TableColumn<RecallPersonRow>[] = [
      {
        id: 'patient',
        label: t('people.patient'),
        rowHeader: true,
        cell: (row) => (row.patient === null ? t('people.noPerson') : <Person person={row.patient} />),
      },
      {
        id: 'given',
        label: t('people.given'),
        width: 'md:w-20',
        end: true,
        cell: (row) => {
          const given = givenAltogether(row);
          return given === null ? <NotSupplied /> : quantityOf(given);
        },
      },
      { id: 'when', label: t('people.when'), width: 'md:w-32', cell: ({ given }) => when(given[0]) },
      { id: 'holds', label: t('people.holds'), width: 'md:w-36', cell: (row) => <b>{holdsOf(row)}</b> },
      {
        id: 'prescriber',
        label: t('people.prescriber'),
        width: 'md:w-32',
        cell: ({ prescriber }) => <Person person={prescriber} />,
      },
      { id: 'reach', label: t('people.reach'), width: 'md:w-40', cell: reach },
      { id: 'contact', label: t('people.contact'), width: 'md:w-36', cell: contact },
    ];
    if (onLog)
      columns.push({
        id: 'act',
        label: t('people.act'),
        width: 'md:w-32',
        cell: (row) => (
          <Button aria-label={t('people.logNamed', { name: nameOf(row) })} onPress={() => onLog(row)}>
            {t('people.log')}
          </Button>
        ),
      });
    return columns;

    function when(given: RecallPersonRow['given'][number] | undefined) {
      if (!given?.at) return <NotSupplied />;
      return (
        <span className="flex flex-col items-start gap-0.5">
          <Moment at={given.at} />
          {given.late ? (
            <Badge tone="warn" icon={ClockAlert}>
              {given.late.how === 'given' ? t('late.badge', { seconds: given.late.seconds }) : t('late.badgeTold')}
            </Badge>
          ) : null}
        </span>
      );
    }
    function reach({ reach: { phone, email, unusableEmail, emailState }, patient }: RecallPersonRow) {
      if (phone === null && email === null && unusableEmail === null)
        return (
          <span className="flex flex-col items-start text-sm">
            {t('people.noReach')}
            {patient ? (
              <Link prefetch={false} href={`/patients/${encodeURIComponent(patient.id)}`} className="underline">
                {t('people.link')}
              </Link>
            ) : null}
          </span>
        );
      return (
        <span className="flex flex-col items-start gap-0.5 text-sm">
          {phone}
          {email ? <span className="max-w-full">{email}</span> : null}
          {unusableEmail ? (
            <span className="text-warn">{t('people.unusableEmail', { written: unusableEmail })}</span>
          ) : null}
          {email ? <ReachBadge short email={{ state: emailState, address: email, reason: null, cause: null }} /> : null}
        </span>
      );
    }
    function contact({ outcome, again, attempts, letter, assignedTo }: RecallPersonRow) {
      const look = outcome === null ? null : outcomeLooks[outcome];
      return (
        <span className="flex flex-col items-start gap-0.5">
          <Badge tone={look?.[0] ?? 'neutral'} icon={look?.[1] ?? Circle}>
            {outcome === null ? t('people.notYet') : t(`outcome.${outcome}`)}
            {attempts > 1 ? ` ${t('people.attempts', { count: attempts })}` : ''}
          </Badge>
          {again ? (
            <Badge tone="bad" icon={ClockAlert}>
              {t('people.again')}
            </Badge>
          ) : null}
          {letter ? (
            <span className={`text-xs ${letter === 'uncertain' || letter === 'failed' ? 'text-bad' : 'text-ink-3'}`}>
              {t(`letter.${letter}`)}
            </span>
          ) : null}
          {assignedTo ? (
            <span className="text-ink-3 text-xs">{t('people.caller', { name: assignedTo.name ?? assignedTo.id })}</span>
          ) : null}
        </span>
      );
    }
  }, [t, nameOf, holdsOf, quantityOf, onLog]);
}
