import { Ban, CircleCheck, Crown, MailPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '#components/ui/badge';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import type { AccountRow } from '#lib/contract/access/access';

const looks = {
  active: ['good', CircleCheck],
  invited: ['info', MailPlus],
  disabled: ['neutral', Ban],
} as const;

export function AccountState({ state }: Pick<AccountRow, 'state'>) {
  const t = useTranslations('access');
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  );
}

export function useAccountColumns(placeName: (id: string) => string): readonly TableColumn<AccountRow>[] {
  const t = useTranslations('access');
  const shell = useTranslations('shell.roles');
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('column.name'),
        width: 'md:w-64',
        rowHeader: true,
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <strong className="block">{row.self ? t('self', { name: row.name }) : row.name}</strong>
            <span className="block break-all text-ink-3 text-xs">{row.email}</span>
          </span>
        ),
      },
      {
        id: 'role',
        label: t('column.role'),
        width: 'md:w-44',
        cell: (row) =>
          row.inCharge ? (
            <span className="inline-flex items-center gap-1.5">
              <Crown aria-hidden className="size-3.5! text-ink-3" /> {shell('inCharge')}
            </span>
          ) : (
            shell(row.role)
          ),
      },
      {
        id: 'reach',
        label: t('column.reach'),
        cell: (row) => {
          const names = [...row.prescriberIds, ...row.locationIds.map(placeName)];
          return names.length === 0 ? (
            <span className="text-ink-3">{row.role === 'pharmacist' ? t('everywhere') : '–'}</span>
          ) : (
            <span className="break-words text-sm">{names.join(', ')}</span>
          );
        },
      },
      {
        id: 'state',
        label: t('column.state'),
        width: 'md:w-36',
        cell: (row) => <AccountState state={row.state} />,
      },
      {
        id: 'seen',
        label: t('column.seen'),
        width: 'md:w-40',
        cell: (row) => (
          <span className="block leading-tight">
            {row.lastSeenAt === null ? (
              <span className="text-ink-3">{t('never')}</span>
            ) : (
              <Moment at={row.lastSeenAt} />
            )}
            {row.sessions > 0 ? (
              <span className="block text-ink-3 text-xs">{t('sessions', { count: row.sessions })}</span>
            ) : null}
          </span>
        ),
      },
    ],
    [t, shell, placeName],
  );
}
