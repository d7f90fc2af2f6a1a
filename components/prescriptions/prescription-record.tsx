'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { CopyButton } from '#components/ui/copy-button';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { Refused } from '#lib/contract/base/request-json';
import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';
import { prescriptionQuery } from '#lib/contract/prescriptions/prescription-queries';
import { KnownAtBanner, KnownAtPicker } from './known-at.tsx';
import { MedicinesInline } from './medicine.tsx';
import { shortId } from './person.tsx';
import { PrescriptionFacts } from './prescription-facts.tsx';
import { PrescriptionItems } from './prescription-items.tsx';
import { PrescriptionMore } from './prescription-more.tsx';
import { RevealNames } from './reveal-names.tsx';
import { useKnownAt } from './use-known-at.ts';
import { withRevealed } from './with-revealed.ts';

type Props = {
  readonly id: string;
  readonly zone: string;
  /** The actions on it, for accounts that may take them. */
  readonly children?: ReactNode;
  /** The offer to a reader who may not see it. */
  readonly refused?: ReactNode;
};

/** The facts of one prescription, kept up to date while the page is open. */
export function PrescriptionRecord({ id, zone, children, refused }: Props) {
  const t = useTranslations('prescription');
  const list = useTranslations('list');
  const { knownAt } = useKnownAt();
  const query = useQuery({ ...prescriptionQuery(id, knownAt), placeholderData: (previous) => previous });
  const [revealed, setRevealed] = useState<PrescriptionDetail | null>(null);
  const back = (
    <Link
      prefetch={false}
      href="/prescriptions"
      className="no-print inline-flex min-h-6 items-center gap-1 self-start text-ink-2 text-sm no-underline hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-3.5!" /> {t('back')}
    </Link>
  );

  if (query.isPending)
    return (
      <>
        {back}
        <RowSkeleton rows={3} label={list('loading')} />
      </>
    );
  if (query.isError)
    return (
      <>
        {back}
        <h1 className="sr-only">{t('title')}</h1>
        <KnownAtBanner incomplete={false} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        {query.error instanceof Refused && query.error.status === 403 ? refused : null}
      </>
    );

  const detail = withRevealed(query.data, revealed);
  const hidden = detail.patient?.hidden === true || detail.prescriber?.hidden === true;
  return (
    <>
      {back}
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight">
          {detail.medications.length > 0 ? <MedicinesInline medications={detail.items} /> : t('title')}
        </h1>
        <code className="wrap-anywhere text-ink-3">{detail.code ?? shortId(detail.id)}</code>
        <div className="no-print ml-auto flex flex-wrap gap-2">
          {detail.underGlass ? null : children}
          {hidden ? <RevealNames id={id} onRevealed={setRevealed} /> : null}
          <KnownAtPicker zone={zone} />
          <CopyButton label={t('copyLink')} text={() => window.location.href} />
        </div>
      </header>
      <KnownAtBanner incomplete={detail.incomplete} />
      <PrescriptionFacts detail={detail} opensPatient={query.data.patient?.hidden === false} />
      <PrescriptionItems detail={detail} />
      <PrescriptionMore detail={detail} />
    </>
  );
}
