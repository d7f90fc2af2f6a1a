'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import { type PeopleShown, peopleShown, type RecallDetail, type RecallPersonRow } from '#lib/contract/recalls/recall';
import { recallPeopleQuery } from '#lib/contract/recalls/recall-queries';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { ChosenPeople } from './chosen-people.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { useNameOf, usePeopleColumns } from './people-columns.tsx';

const idOf = (row: RecallPersonRow): string => row.personId;
const nobody: ReadonlySet<string> = new Set();

type Props = {
  readonly recall: RecallDetail;
  readonly show: PeopleShown;
  readonly onShow: (show: PeopleShown) => void;
  readonly acts: boolean;
};

function countsOf({ counts, toContact, late, mine }: RecallDetail): Readonly<Record<PeopleShown, number>> {
  return {
    ...{ all: counts.people, to_contact: toContact, contacted: counts.contacted, given_up: counts.givenUp },
    ...{ brought_back: counts.broughtBack, late, mine },
  };
}

/** Everyone who received the lots: each number above is a filter that shows exactly those. */
export function RecallPeople({ recall, show, onShow, acts }: Props) {
  const t = useTranslations('recalls');
  const list = useTranslations('list');
  const nameOf = useNameOf();
  const [open, setOpen] = useState<RecallPersonRow | null>(null);
  const [chosen, setChosen] = useState(nobody);
  const columns = usePeopleColumns(acts ? setOpen : null);
  const query = useInfiniteQuery(recallPeopleQuery(recall.id, show));
  const { shown, waiting, show: showWaiting } = useStableRows(show, query, idOf);
  const counts = countsOf(recall);
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="no-print flex flex-wrap gap-2">
        <legend className="sr-only">{t('show.label')}</legend>
        {peopleShown.map((one) => (
          <Button
            key={one}
            look={one === show ? 'chipOn' : 'chip'}
            aria-pressed={one === show}
            onPress={() => onShow(one)}
          >
            <span className="pr-1">{t(`show.${one}`, { count: counts[one] })}</span>
          </Button>
        ))}
      </fieldset>
      <WaitingRows count={waiting} onShow={showWaiting} />
      {acts && chosen.size > 0 ? (
        <ChosenPeople recall={recall} chosen={chosen} onDone={() => setChosen(nobody)} />
      ) : null}
      {body()}
      {open ? (
        <ContactDialog recallId={recall.id} person={open} name={nameOf(open)} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
    if (query.isError && shown.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (shown.length === 0 && show !== 'all')
      return (
        <EmptyState
          kind="no-match"
          title={t('people.none')}
          advice={t('people.noneAdvice')}
          action={<Button onPress={() => onShow('all')}>{list('clear')}</Button>}
        />
      );
    if (shown.length === 0)
      return <EmptyState kind="nothing-yet" title={t('people.nobody')} advice={t('people.nobodyAdvice')} />;
    return (
      <>
        <DataTable
          label={t('people.patient')}
          columns={columns}
          rows={shown}
          idOf={idOf}
          textOf={nameOf}
          {...(acts ? { onOpen: setOpen, selection: { chosen, onChoose: setChosen } } : {})}
        />
        <MoreRows query={query} className="" />
      </>
    );
  }
}
