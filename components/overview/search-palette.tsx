'use client';

import { useQuery } from '@tanstack/react-query';
import { FileText, type LucideIcon, Package, Radio, Search, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { ErrorState } from '#components/ui/error-state';
import type { SearchHit } from '#lib/contract/overview/search';
import { fetchSearch } from '#lib/contract/overview/search-queries';
import { useDebouncedValue } from '../ui/field/use-debounced-value.ts';

const icons: Readonly<Record<SearchHit['kind'], LucideIcon>> = {
  prescription: FileText,
  person: UserRound,
  lot: Package,
  event: Radio,
};
const kinds = ['prescription', 'person', 'lot', 'event'] as const;
const least = 2;

/** A code, a patient, a lot or an event from anywhere. Arrows move through the results while the cursor stays in the field. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('search');
  const [text, setText] = useState('');
  const q = useDeferredValue(useDebouncedValue(text.trim(), 150));
  const searches = q.length >= least;
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: () => fetchSearch(q),
    enabled: searches,
    staleTime: 0,
    gcTime: 0,
  });
  const hits = searches ? (found.data?.items ?? []) : [];

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
      className="fixed inset-0 z-50 flex items-start justify-center bg-ink/25 p-4 pt-[10vh]"
    >
      <Modal className="w-full max-w-140 overflow-hidden rounded-lg border border-line-strong bg-card shadow-raised">
        <Dialog aria-label={t('label')} className="flex max-h-[70vh] flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField
              aria-label={t('label')}
              autoFocus
              className="m-2 flex min-h-10 items-center gap-2 rounded-md border border-control px-2.5 text-ink-3 focus-within:outline-2 focus-within:outline-focus"
            >
              <Search aria-hidden />
              <Input
                placeholder={t('placeholder')}
                className="w-full min-w-0 flex-1 bg-transparent text-ink outline-none! placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <p role="status" className={hits.length > 0 ? 'sr-only' : 'px-4 pt-1 pb-3 text-ink-3 text-sm empty:hidden'}>
              {words()}
            </p>
            {found.isError && searches ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
            <AriaMenu
              aria-label={t('results')}
              className="overflow-y-auto p-1 outline-none empty:hidden"
              onAction={onClose}
            >
              {kinds.flatMap((kind) =>
                section(
                  kind,
                  hits.filter((hit) => hit.kind === kind),
                ),
              )}
            </AriaMenu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );

  function words(): string | null {
    if (!searches) return t('advice');
    if (found.isError) return null;
    if (found.isPending) return t('asking');
    return hits.length === 0 ? t('none', { q }) : t('found', { count: hits.length });
  }

  function section(kind: SearchHit['kind'], ofKind: readonly SearchHit[]) {
    if (ofKind.length === 0) return [];
    const Icon = icons[kind];
    return [
      <MenuSection key={kind}>
        <Header className="px-2 pt-2 pb-1 text-ink-3 text-xs">{t(`kind.${kind}`)}</Header>
        {ofKind.map((hit) => (
          <MenuItem
            key={`${hit.kind} ${hit.id}`}
            id={`${hit.kind} ${hit.id}`}
            href={hit.href}
            textValue={hit.title}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded px-2 py-1 text-ink no-underline focus:bg-brand-soft focus-visible:outline-none"
          >
            <Icon aria-hidden className="text-ink-3" />
            <span className="wrap-anywhere shrink-0 max-w-1/2">{hit.title}</span>
            {hit.detail ? (
              <span className="wrap-anywhere ml-auto text-right text-ink-3 text-xs">{hit.detail}</span>
            ) : null}
          </MenuItem>
        ))}
      </MenuSection>,
    ];
  }
}
