'use client';

import { useQuery } from '@tanstack/react-query';
import { Lock, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { ClockTable } from '#components/retention/clock-table';
import { OpenRun } from '#components/retention/open-run';
import { RunList } from '#components/retention/run-list';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { retentionQuery } from '#lib/contract/retention/retention-queries';
import { HoldList } from './legal-hold-list.tsx';

const HoldDialog = dynamic(() => import('./legal-hold-dialog.tsx').then((m) => m.HoldDialog), { ssr: false });
const StartDialog = dynamic(() => import('#components/retention/start-dialog').then((m) => m.StartDialog), {
  ssr: false,
});

const tabs = ['clocks', 'holds', 'runs'] as const;

/** The retention of every type, the due events, the legal holds, and the purges. */
export function RetentionScreen({ zone }: { readonly zone: string }) {
  const t = useTranslations('retention');
  const list = useTranslations('list');
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('clocks'));
  const [asking, setAsking] = useState<'hold' | 'start' | null>(null);
  const query = useQuery(retentionQuery);
  const overview = query.data;
  const due = overview?.clocks.reduce((sum, clock) => sum + clock.due, 0) ?? 0;
  const close = () => setAsking(null);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{overview ? t('summary', { due, holds: overview.holds, zone }) : null}</p>
        <div className="no-print flex flex-wrap gap-2 sm:ml-auto">
          <Button onPress={() => setAsking('hold')}>
            <Lock aria-hidden /> {t('place')}
          </Button>
          <Button look="primary" isDisabled={due === 0 || overview?.open !== null} onPress={() => setAsking('start')}>
            <Trash2 aria-hidden /> {t('removeDue')}
          </Button>
        </div>
      </div>
      {overview?.open ? <OpenRun run={overview.open} /> : null}
      <Tabs selectedKey={tab} onSelectionChange={(key) => void setTab(tabs.find((one) => one === key) ?? null)}>
        <TabList aria-label={t('title')} className="mb-4 flex gap-1 border-line border-b">
          {tabs.map((one) => (
            <Tab
              key={one}
              id={one}
              className="-mb-px min-h-9 cursor-pointer border-transparent border-b-2 px-3 py-1.5 text-ink-2 selected:border-brand selected:font-semibold selected:text-ink"
            >
              {t(`tab.${one}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="clocks">{clocks()}</TabPanel>
        <TabPanel id="holds" className="flex flex-col gap-4">
          <HoldList />
        </TabPanel>
        <TabPanel id="runs" className="flex flex-col gap-4">
          <RunList />
        </TabPanel>
      </Tabs>
      {asking === 'hold' ? <HoldDialog onClose={close} /> : null}
      {asking === 'start' ? <StartDialog onClose={close} /> : null}
    </>
  );

  function clocks() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
    if (!overview) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <ClockTable clocks={overview.clocks} />;
  }
}
