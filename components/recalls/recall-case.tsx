'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, CircleAlert, Download, Mail, Phone } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import type { RecallDetail } from '#lib/contract/recalls/recall';
import { recallCsvPath, recallQuery, sendLetters } from '#lib/contract/recalls/recall-queries';
import { recallParsers, recallTabs } from '#lib/contract/recalls/recall-view';
import { LateArrivals } from './late-arrivals.tsx';
import { RecallActionDialog } from './recall-actions.tsx';
import { RecallLog } from './recall-log.tsx';
import { RecallPeople } from './recall-people.tsx';
import { RecallProof } from './recall-proof.tsx';
import { RecallSteps } from './recall-steps.tsx';
import { RecallStock } from './recall-stock.tsx';
import { RecalledMedicines } from './recalled-medicines.tsx';

type Props = { readonly id: string; readonly acts: boolean; readonly inCharge: boolean };

export function RecallCase({ id, acts, inCharge }: Props) {
  const t = useTranslations('recalls');
  const list = useTranslations('list');
  const query = useQuery(recallQuery(id));
  if (query.isPending) return <RowSkeleton label={list('loading')} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Link
        prefetch={false}
        href="/recalls"
        className="no-print mb-2 inline-flex min-h-6 items-center gap-1 text-ink-2 text-sm no-underline hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5!" /> {t('case.back')}
      </Link>
      <OneCase recall={query.data} acts={acts} inCharge={inCharge} />
    </>
  );
}

function OneCase({ recall, acts, inCharge }: { readonly recall: RecallDetail } & Omit<Props, 'id'>) {
  const t = useTranslations('recalls');
  const queries = useQueryClient();
  const [{ tab, show }, set] = useQueryStates(recallParsers);
  const [act, setAct] = useState<'classify' | 'assign' | 'close' | null>(null);
  const letters = useMutation({
    mutationFn: () => sendLetters(recall.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['recall', recall.id] }),
  });
  const { lots, counts } = recall;
  const shownTabs = recallTabs.filter((one) => acts || one === 'people');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">
          {t('case.title')} · {t('case.lot')}{' '}
          <code className="wrap-anywhere">{lots.map(({ lot }) => lot ?? t('allLots')).join(', ')}</code>
          <RecalledMedicines lots={lots} />
        </h1>
        <p className="text-ink-3">
          <Moment at={recall.recalledAt} />{' '}
          {recall.openedBy === null ? t('case.openedUnknown') : t('case.openedBy', { by: recall.openedBy })}
        </p>
        <div className="no-print ml-auto flex flex-wrap gap-2">
          {acts ? (
            <ButtonLink href={`/recalls/${encodeURIComponent(recall.id)}/call-sheet`}>
              <Phone aria-hidden /> {t('case.callSheet')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={recallCsvPath(recall.id, show)} target="_blank" download>
            <Download aria-hidden /> {t('case.csv')}
          </ButtonLink>
          {acts && inCharge && recall.state === 'open' ? (
            <Button onPress={() => setAct('close')}>{t('case.close')}</Button>
          ) : null}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <b>{recall.recallClass === null ? t('pending') : t('class', { recallClass: recall.recallClass })}</b>
        <span>{recall.depth === null ? t('case.depthUnknown') : t('case.depth', { depth: recall.depth })}</span>
        <span>{recall.owner ? t('case.owner', { name: recall.owner.name ?? recall.owner.id }) : t('unassigned')}</span>
        {recall.reason ? <span className="text-ink-2">{recall.reason}</span> : null}
        {acts ? (
          <span className="no-print flex flex-wrap gap-2">
            <Button onPress={() => setAct('classify')}>{t('case.classify')}</Button>
            <Button onPress={() => setAct('assign')}>{t('case.assign')}</Button>
            <Button isDisabled={letters.isPending} onPress={() => letters.mutate()}>
              <Mail aria-hidden /> {t('case.letters')}
            </Button>
          </span>
        ) : null}
      </div>
      {letters.data ? (
        <Note tone="info" icon={Mail} role="status">
          {t('case.letterSent', { queued: letters.data.queued, without: letters.data.withoutEmail })}
        </Note>
      ) : null}
      {letters.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t('contact.failed')}
        </Note>
      ) : null}
      <RecallSteps recall={recall} />
      <LateArrivals recall={recall} />
      {recall.reopened ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t('reopened', { count: recall.closing?.since ?? 0 })}{' '}
          {recall.toContact === 0 ? null : (
            <Link prefetch={false} href={`/recalls/${encodeURIComponent(recall.id)}?show=to_contact`}>
              {t('late.show')}
            </Link>
          )}
        </Note>
      ) : null}
      <nav aria-label={t('tab.label')} className="no-print flex flex-wrap gap-1 border-line border-b">
        {shownTabs.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => void set({ tab: one })}
            className={`min-h-9 cursor-pointer px-3 ${one === tab ? 'border-brand border-b-2 font-semibold' : 'text-ink-2 hover:text-ink'}`}
          >
            {one === 'people' ? t('tab.people', { count: counts.people }) : null}
            {one === 'stock' ? t('tab.stock', { count: recall.stock.length }) : null}
            {one === 'log' || one === 'proof' ? t(`tab.${one}`) : null}
          </button>
        ))}
      </nav>
      {tab === 'people' || !acts ? (
        <RecallPeople recall={recall} show={show} onShow={(one) => void set({ show: one })} acts={acts} />
      ) : null}
      {acts && tab === 'stock' ? <RecallStock recall={recall} /> : null}
      {acts && tab === 'log' ? <RecallLog id={recall.id} /> : null}
      {acts && tab === 'proof' ? <RecallProof recall={recall} /> : null}
      {act ? <RecallActionDialog act={act} recall={recall} onClose={() => setAct(null)} /> : null}
    </div>
  );
}
