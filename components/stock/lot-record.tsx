'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarClock, ClipboardList, OctagonX, Siren, Unlock } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { shortId } from '#components/prescriptions/person';
import { Button, ButtonLink } from '#components/ui/button';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { ErrorState } from '#components/ui/error-state';
import { CalendarDate } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import { lotQuery, postLotHold } from '#lib/contract/overview/pharmacy-queries';
import type { LotDetail } from '#lib/contract/stock/stock';
import { CountDialog } from './count-dialog.tsx';
import { DecideExpiry } from './decide-expiry.tsx';
import { LotAlerts } from './lot-alerts.tsx';
import { HoldBadge } from './lot-hold-badge.tsx';
import { LotLedger } from './lot-ledger.tsx';
import { Observed } from './observed.tsx';
import { OpenRecall } from './open-recall.tsx';
import { Product, Quantity } from './product.tsx';
import { StockBar } from './stock-bar.tsx';

type Props = {
  readonly id: string;
  readonly me: string;
  readonly mayRelease: boolean;
  /** The people who received it. */
  readonly people: (lot: LotDetail) => ReactNode;
};
type Doing = 'quarantine' | 'release' | 'decide' | 'count' | 'recall';

/** One lot of one stock item: its facts, its movements, its patients, and its alerts. */
export function LotRecord({ id, me, mayRelease, people }: Props) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const query = useQuery(lotQuery(id));
  const [doing, setDoing] = useState<Doing | null>(null);
  if (query.isPending) return <RowSkeleton label={list('loading')} />;
  if (!query.data)
    return (
      <>
        <h1 className="sr-only">{t('lot.title')}</h1>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  const lot = query.data;
  const close = () => setDoing(null);
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0">
          <h1 className="font-semibold text-xl tracking-tight">
            {t('lot.title')} <code>{lot.lotNumber}</code>
          </h1>
          <div className="text-ink-2">
            <Product product={lot.product} />
          </div>
        </div>
        <HoldBadge hold={lot.hold} />
        <div className="no-print ml-auto flex flex-wrap gap-2">
          <Button onPress={() => setDoing('count')}>
            <ClipboardList aria-hidden /> {t('lot.count')}
          </Button>
          <Button onPress={() => setDoing('decide')}>
            <CalendarClock aria-hidden /> {t('expiry.decide')}
          </Button>
          {lot.hold === 'free' ? (
            <Button onPress={() => setDoing('quarantine')}>
              <OctagonX aria-hidden /> {t('lot.quarantine')}
            </Button>
          ) : null}
          {lot.hold !== 'free' && mayRelease ? (
            <Button onPress={() => setDoing('release')}>
              <Unlock aria-hidden /> {t('lot.release')}
            </Button>
          ) : null}
          {lot.recall === null || lot.recall.closed ? (
            <Button onPress={() => setDoing('recall')}>
              <Siren aria-hidden /> {t('lot.openRecall')}
            </Button>
          ) : null}
          {lot.recall === null ? null : (
            <ButtonLink href={`/recalls/${encodeURIComponent(lot.recall.id)}`}>
              <Siren aria-hidden /> {t('lot.recalls')}
            </ButtonLink>
          )}
        </div>
      </header>
      {lot.holdReason === null ? null : (
        <Note tone={lot.hold === 'recalled' ? 'bad' : 'warn'} icon={lot.hold === 'recalled' ? Siren : OctagonX}>
          {lot.holdReason}
          {lot.holdBy === null ? null : <span className="block text-ink-2">{lot.holdBy}</span>}
        </Note>
      )}
      <Facts lot={lot} />
      <LotLedger lot={lot} />
      {people(lot)}
      <LotAlerts alerts={lot.alerts} />
      {doing === 'quarantine' || doing === 'release' ? (
        <FieldsDialog
          title={t(`lot.${doing}`)}
          confirm={t(`lot.${doing}`)}
          about={t(`lot.${doing}Advice`)}
          fields={[{ name: 'reason', label: t('act.reason'), required: true }]}
          mayConfirm={({ reason = '' }) => reason.trim().length >= 3}
          act={({ reason = '' }, key) => postLotHold(lot.id, doing, reason.trim(), key)}
          onClose={close}
        />
      ) : null}
      {doing === 'recall' ? <OpenRecall lot={lot} onClose={close} /> : null}
      {doing === 'decide' ? <DecideExpiry row={lot} me={me} onClose={close} /> : null}
      {doing === 'count' ? (
        <CountDialog
          stockItemId={lot.stockItemId}
          lotNumber={lot.lotNumber}
          unit={lot.unit ?? lot.stock[0]?.unit ?? ''}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

function Facts({ lot }: { readonly lot: LotDetail }) {
  const t = useTranslations('pharmacy');
  const facts = [
    { label: t('column.parts'), value: <StockBar stock={lot.stock} known={lot.known} /> },
    {
      label: t('column.expires'),
      value: lot.expiryDate === null ? <NotSupplied /> : <CalendarDate date={lot.expiryDate} />,
    },
    {
      label: t('column.atRisk'),
      value: lot.atRisk === null ? '–' : <Quantity quantity={lot.atRisk} unit={lot.unit} />,
    },
    {
      label: t('column.decision'),
      value:
        lot.decision === null
          ? t('expiry.decided.no')
          : `${t(`expiry.decisions.${lot.decision}`)} · ${lot.decisionOwner ?? ''}`,
    },
    {
      label: t('lot.observed'),
      value: lot.observed === null ? <NotSupplied /> : <Observed row={lot} />,
    },
    {
      label: t('column.item'),
      value: (
        <Link
          prefetch={false}
          href={`/stock?open=${encodeURIComponent(lot.stockItemId)}&q=${encodeURIComponent(shortId(lot.stockItemId))}`}
        >
          <code>{shortId(lot.stockItemId)}</code>
        </Link>
      ),
    },
  ];
  return (
    <dl className="grid grid-cols-3 gap-x-6 gap-y-4 rounded-lg border border-line bg-card p-4 max-md:grid-cols-1">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-ink-3 text-xs">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
