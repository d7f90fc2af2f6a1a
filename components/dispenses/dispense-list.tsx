'use client';

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo, useState } from 'react';
import { productText } from '#components/stock/product';
import { Button } from '#components/ui/button';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { Kbd } from '#components/ui/kbd';
import { Note } from '#components/ui/note';
import { ListScreen } from '#components/ui/table/list-screen';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { DispenseRow } from '#lib/contract/dispenses/dispense';
import { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { postFlag, postReview } from '#lib/contract/overview/pharmacy-queries';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useActionKey } from '../ui/use-action-key.ts';
import { useDispenseColumns } from './dispense-columns.tsx';
import { DispenseDrawer } from './dispense-drawer.tsx';
import { DispenseFilters } from './dispense-filters.tsx';

const nobody: ReadonlySet<string> = new Set();

/** Dispenses: one or many are reviewed by keyboard alone (Space chooses, Shift + R reviews, Shift + X flags). */
export function DispenseList({ zone }: { readonly zone: string }) {
  const t = useTranslations('pharmacy.dispenses');
  const dialog = useTranslations('dialog');
  const act = useTranslations('pharmacy.act');
  const { asked, texts, set, sort, clear } = useListFilter(dispensesList);
  const [openId, setOpen] = useQueryState('open', parseAsString.withOptions({ history: 'push' }));
  const [chosen, setChosen] = useState(nobody);
  const [flagging, setFlagging] = useState<string | null>(null);
  const columns = useDispenseColumns();
  const query = useInfiniteQuery(listQuery(dispensesList, asked));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const queries = useQueryClient();
  const review = useMutation({
    mutationFn: (ids: readonly string[]) => postReview(ids, crypto.randomUUID()),
    onSuccess: async () => {
      setChosen(nobody);
      await queries.invalidateQueries({ queryKey: ['pharmacy'] });
    },
  });
  const { mutate } = review;
  const onReview = useCallback(
    (rowId: string | null) => {
      const ids = chosen.size > 0 ? [...chosen] : rowId === null ? [] : [rowId];
      if (ids.length > 0) mutate(ids);
    },
    [chosen, mutate],
  );
  useActionKey('R', onReview);
  useActionKey(
    'X',
    useCallback((rowId) => setFlagging(rowId), []),
  );
  const open = rows.find(({ id }) => id === openId);

  return (
    <>
      <ListScreen<DispenseRow>
        title={t('title')}
        advice={t('advice', { zone })}
        csv={fileOf(dispensesList, asked)}
        filterKey={JSON.stringify(asked)}
        filters={<DispenseFilters {...{ asked, texts, set, clear }} />}
        {...{ query, columns, openId, sort }}
        onClear={clear}
        textOf={(row) => productText(row.product) || row.id}
        onOpen={(row) => void setOpen(row.id)}
        selection={{ chosen, onChoose: setChosen }}
        empty={{ title: t('nothing'), advice: t('nothingAdvice') }}
        above={() => (
          <div
            className="no-print mb-2 flex flex-wrap md:min-h-8 items-center gap-x-3 gap-y-1 text-ink-2 text-sm"
            role="status"
          >
            {chosen.size === 0 ? (
              <span className="max-md:hidden">
                <Kbd>{t('keys.space')}</Kbd> {t('keys.choose')}, <Kbd>⇧ R</Kbd> {t('keys.review')}, <Kbd>⇧ X</Kbd>{' '}
                {t('keys.flag')}
              </span>
            ) : (
              <>
                {t('chosen', { count: chosen.size })}
                <Button look="primary" isDisabled={review.isPending} onPress={() => onReview(null)}>
                  <CircleCheck aria-hidden /> {t('review')} <Kbd>⇧ R</Kbd>
                </Button>
              </>
            )}
            {review.data ? <span>{t('done', { count: review.data.recorded })}</span> : null}
          </div>
        )}
      />
      {review.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {dialog('failed')}
        </Note>
      ) : null}
      {open ? (
        <DispenseDrawer
          row={open}
          onReview={() => mutate([open.id])}
          onFlag={() => setFlagging(open.id)}
          onClose={() => void setOpen(null)}
        />
      ) : null}
      {flagging === null ? null : (
        <FieldsDialog
          title={t('flagTitle')}
          confirm={t('flag')}
          about={
            <span className="inline-flex items-center gap-2">
              <Flag aria-hidden /> {t('flagAbout')}
            </span>
          }
          fields={[{ name: 'reason', label: act('reason'), required: true }]}
          mayConfirm={({ reason = '' }) => reason.trim().length >= 3}
          act={({ reason = '' }, key) => postFlag(flagging, reason.trim(), key)}
          onClose={() => setFlagging(null)}
        />
      )}
    </>
  );
}
