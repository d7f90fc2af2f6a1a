'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Link2, Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { Refused } from '#lib/contract/base/request-json';
import { patientQuery } from '#lib/contract/patients/patient-queries';
import { AddressHistory } from './address-history.tsx';
import { PatientFacts } from './patient-facts.tsx';
import { PatientIds } from './patient-ids.tsx';

const CorrectDialog = dynamic(() => import('./correct-dialog.tsx').then((m) => m.CorrectDialog), {
  ssr: false,
});
const LinkDialog = dynamic(() => import('./link-dialog.tsx').then((m) => m.LinkDialog), { ssr: false });

type Props = {
  readonly id: string;
  /** The offer to a reader who may not see the patient. */
  readonly refused?: ReactNode;
};

/** One person: their data and its origin, their ids and links, their address on file with its history. */
export function PatientRecord({ id, refused }: Props) {
  const t = useTranslations('patient');
  const list = useTranslations('list');
  const query = useQuery(patientQuery(id));
  const [open, setOpen] = useState<'correct' | 'link' | null>(null);
  const close = () => setOpen(null);
  const detail = query.data;
  const shortName = id.slice(id.indexOf(':') + 1);
  return (
    <>
      <Link
        href="/patients"
        className="no-print inline-flex min-h-6 items-center gap-1 self-start text-ink-2 text-sm no-underline hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5!" /> {t('back')}
      </Link>
      {query.isPending ? <RowSkeleton rows={3} label={list('loading')} /> : null}
      {query.isError && !detail ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.error instanceof Refused && query.error.status === 403 ? refused : null}
      {detail ? (
        <>
          <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight">
              {detail.name?.value ?? <code>{shortName}</code>}
            </h1>
            <p className="text-ink-3">{detail.name === null ? t('nameless') : t(`nameFrom.${detail.name.from}`)}</p>
            {detail.underGlass ? null : (
              <div className="no-print ml-auto flex flex-wrap gap-2">
                <Button onPress={() => setOpen('link')}>
                  <Link2 aria-hidden /> {t('link.open')}
                </Button>
                <Button look="primary" onPress={() => setOpen('correct')}>
                  <Pencil aria-hidden /> {t('correct.open')}
                </Button>
              </div>
            )}
          </header>
          <PatientFacts detail={detail} />
          <PatientIds detail={detail} />
          <AddressHistory detail={detail} />
          {open === 'correct' ? <CorrectDialog detail={detail} onClose={close} /> : null}
          {open === 'link' ? <LinkDialog detail={detail} onClose={close} /> : null}
        </>
      ) : null}
    </>
  );
}
