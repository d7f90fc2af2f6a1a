'use client';

import { Upload } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { Button } from '#components/ui/button';
import type { DirectoryKind } from '#lib/contract/directories/directory-queries';
import { ProductList } from './product-list.tsx';
import { Nameless } from './unnamed-patients.tsx';

const ImportDrawer = dynamic(() => import('./import-drawer.tsx').then((m) => m.ImportDrawer), {
  ssr: false,
});

const kinds = ['patients', 'products'] as const satisfies readonly DirectoryKind[];

/** The tenant's own data of people and products: missing names, files to fill them, entries to correct. An admin only imports. */
export function Directories({ reads }: { readonly reads: boolean }) {
  const t = useTranslations('directories');
  const [kind, setKind] = useQueryState('tab', parseAsStringLiteral(kinds).withDefault('patients'));
  const [importing, setImporting] = useState(false);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice')}</p>
        <Button look="primary" className="no-print ml-auto" onPress={() => setImporting(true)}>
          <Upload aria-hidden /> {t(`import.${kind}`)}
        </Button>
      </div>
      <Tabs selectedKey={kind} onSelectionChange={(key) => void setKind(kinds.find((one) => one === key) ?? null)}>
        <TabList aria-label={t('title')} className="mb-4 flex gap-1 border-line border-b">
          {kinds.map((one) => (
            <Tab
              key={one}
              id={one}
              className="-mb-px min-h-9 cursor-pointer border-transparent border-b-2 px-3 py-1.5 text-ink-2 selected:border-brand selected:font-semibold selected:text-ink"
            >
              {t(`tab.${one}`)}
            </Tab>
          ))}
        </TabList>
        {kinds.map((one) => (
          <TabPanel key={one} id={one} className="flex flex-col gap-4">
            {reads ? <Nameless kind={one} /> : <p className="text-ink-2">{t('importOnly')}</p>}
            {reads && one === 'products' ? <ProductList /> : null}
          </TabPanel>
        ))}
      </Tabs>
      {importing ? <ImportDrawer kind={kind} onClose={() => setImporting(false)} /> : null}
    </>
  );
}
