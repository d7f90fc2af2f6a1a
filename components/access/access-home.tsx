'use client';

import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { type AccessTab, accessTabs } from '#lib/contract/access/access-tabs';

type Panels = Readonly<Record<AccessTab, ReactNode>>;

/** Accounts, the audit log, and emergency access. */
export function AccessHome({ panels }: { readonly panels: Panels }) {
  const t = useTranslations('access');
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(accessTabs).withDefault('accounts'));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('about')}</p>
      </div>
      <Tabs selectedKey={tab} onSelectionChange={(key) => void setTab(accessTabs.find((one) => one === key) ?? null)}>
        <TabList aria-label={t('title')} className="mb-4 flex flex-wrap gap-1 border-line border-b">
          {accessTabs.map((one) => (
            <Tab
              key={one}
              id={one}
              className="-mb-px min-h-9 cursor-pointer border-transparent border-b-2 px-3 py-1.5 text-ink-2 selected:border-brand selected:font-semibold selected:text-ink"
            >
              {t(`tab.${one}`)}
            </Tab>
          ))}
        </TabList>
        {accessTabs.map((one) => (
          <TabPanel key={one} id={one}>
            {panels[one]}
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}
