'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { BookX, Hand, type LucideIcon, ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { Medicines } from '#components/prescriptions/medicine';
import { Person, shortId } from '#components/prescriptions/person';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import { safetyChecksList } from '#lib/contract/dispenses/safety-checks-list';
import type { SafetyKind, SafetyRow } from '#lib/contract/overview/pharmacy';
import { postAcknowledgement } from '#lib/contract/overview/pharmacy-queries';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useActionKey } from '../ui/use-action-key.ts';

const icons: Readonly<Record<SafetyKind, LucideIcon>> = {
  allergy: ShieldAlert,
  formulary: BookX,
  administration: Hand,
};

function useSafetyColumns(onSeen: (id: string) => void): readonly TableColumn<SafetyRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t('column.check'),
        width: 'md:w-52',
        cell: (row) => (
          <Badge tone={row.kind === 'allergy' ? 'bad' : 'warn'} icon={icons[row.kind]}>
            {t(`safety.kinds.${row.kind}`)}
          </Badge>
        ),
      },
      {
        id: 'patient',
        label: t('column.patient'),
        width: 'md:w-40',
        rowHeader: true,
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <Person person={row.patient} />
            <WholeId className="text-ink-3 text-xs" id={row.code ?? shortId(row.prescriptionId)} />
          </span>
        ),
      },
      { id: 'medicine', label: t('column.medicine'), cell: (row) => <Medicines medications={row.medications} /> },
      {
        id: 'about',
        label: t('column.about'),
        width: 'md:w-52',
        cell: (row) => (
          <span className="block leading-tight">
            {row.kind === 'administration' && (row.about === 'refused' || row.about === 'missed')
              ? t(`safety.doses.${row.about}`)
              : row.about}
            {row.reason === null ? null : <span className="block text-ink-3 text-xs">{row.reason}</span>}
          </span>
        ),
      },
      { id: 'since', label: t('column.since'), width: 'md:w-28', cell: (row) => <Moment at={row.at} /> },
      {
        id: 'reconciled',
        label: t('column.reconciled'),
        width: 'md:w-32',
        cell: (row) =>
          row.reconciledAt === null ? (
            <span className="text-ink-3">{t('safety.never')}</span>
          ) : (
            <Moment at={row.reconciledAt} />
          ),
      },
      {
        id: 'seen',
        label: t('column.seen'),
        width: 'md:w-44',
        cell: (row) =>
          row.acknowledgedBy === null ? (
            <Button onPress={() => onSeen(row.id)}>{t('safety.acknowledge')}</Button>
          ) : (
            <span className="block leading-tight">
              {row.acknowledgedBy}
              <span className="block text-ink-3 text-xs">{row.acknowledgeReason}</span>
            </span>
          ),
      },
    ],
    [t, onSeen],
  );
}

/** Open prescriptions whose checks no longer hold. */
export function SafetyList() {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const { asked, set } = useListFilter(safetyChecksList);
  const [seeing, setSeeing] = useState<string | null>(null);
  const see = useCallback((id: string | null) => setSeeing(id), []);
  useActionKey('A', see);
  const columns = useSafetyColumns(see);
  const query = useInfiniteQuery(listQuery(safetyChecksList, asked));
  const row = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === seeing);
  return (
    <>
      <ListScreen<SafetyRow>
        title={t('safety.title')}
        advice={t('safety.advice')}
        csv={fileOf(safetyChecksList, asked)}
        filterKey={JSON.stringify(asked)}
        filters={
          <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap gap-2">
            <FilterChip
              label={t('column.seen')}
              anyLabel={t('safety.states.open')}
              value={asked.state === 'acknowledged' ? asked.state : null}
              options={[{ id: 'acknowledged' as const, label: t('safety.states.acknowledged') }]}
              onChange={(state) => set({ state })}
            />
          </search>
        }
        {...{ query, columns }}
        textOf={(one) => one.code ?? shortId(one.prescriptionId)}
        hrefOf={(one) => `/prescriptions/${encodeURIComponent(one.prescriptionId)}`}
        empty={{ title: t('safety.nothing'), advice: t('safety.nothingAdvice') }}
      />
      {row ? (
        <FieldsDialog
          title={t('safety.acknowledgeTitle')}
          confirm={t('safety.acknowledge')}
          about={t(`safety.kinds.${row.kind}`)}
          fields={[{ name: 'reason', label: t('act.reason'), required: true }]}
          mayConfirm={({ reason = '' }) => reason.trim().length >= 3}
          act={({ reason = '' }, key) =>
            postAcknowledgement({ id: row.id, reason: reason.trim(), prescriptionId: row.prescriptionId }, key)
          }
          onClose={() => setSeeing(null)}
        />
      ) : null}
    </>
  );
}
