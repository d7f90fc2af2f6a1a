'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleHelp, VolumeX } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { parseAsNumberLiteral, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import type { ParityRow, SeenName } from '#lib/contract/connections/legacy-subject';
import { namesQuery } from '#lib/contract/connections/legacy-subject-queries';
import { FactDrawer } from './fact-drawer.tsx';

const spans = [7, 30, 90] as const;
const kinds = ['both', 'legacy', 'subject'] as const;

const looks = {
  retire: ['good', CircleCheck],
  keep: ['warn', CircleAlert],
  unproven: ['neutral', CircleHelp],
  silent: ['neutral', VolumeX],
} as const;

/** The facts that came under the legacy names and under the new ones, and the verdict on retiring the old. */
export function NameParityBoard() {
  const t = useTranslations('names');
  const list = useTranslations('list');
  const [place, setPlace] = useQueryStates({
    days: parseAsNumberLiteral(spans).withDefault(30),
    source: parseAsString,
    type: parseAsString,
    kind: parseAsStringLiteral(kinds),
  });
  const { days, source, type, kind } = place;
  const query = useQuery({ ...namesQuery({ days, source }), placeholderData: (previous) => previous });
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice')}</p>
      </div>
      <div className="mb-4 flex flex-wrap gap-2">
        <FilterChip
          label={t('span')}
          anyLabel={t('days', { days: 30 })}
          value={days === 30 ? null : String(days)}
          options={spans
            .filter((span) => span !== 30)
            .map((span) => ({ id: String(span), label: t('days', { days: span }) }))}
          onChange={(id) => void setPlace({ days: spans.find((span) => String(span) === id) ?? null })}
        />
        <FilterChip
          label={t('source')}
          anyLabel={list('any')}
          value={source}
          options={(query.data?.sources ?? []).map(({ key, name }) => ({ id: key, label: name }))}
          onChange={(id) => void setPlace({ source: id })}
        />
      </div>
      {query.isPending ? (
        <RowSkeleton rows={5} label={list('loading')} />
      ) : !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ul aria-label={t('title')} className="flex flex-col gap-3">
          {query.data.items.map((row) => (
            <Parity
              key={row.type}
              row={row}
              days={days}
              onOpen={(word) => void setPlace({ type: row.type, kind: word })}
            />
          ))}
        </ul>
      )}
      {type !== null && kind !== null ? (
        <FactDrawer filter={{ days, source, type, kind }} onClose={() => void setPlace({ type: null, kind: null })} />
      ) : null}
    </>
  );
}

type Props = {
  readonly row: ParityRow;
  readonly days: number;
  readonly onOpen: (kind: (typeof kinds)[number]) => void;
};

function Parity({ row, days, onOpen }: Props) {
  const t = useTranslations('names');
  const format = useFormatter();
  const [tone, icon] = looks[row.verdict];
  const counts = { both: row.both, legacy: row.legacyOnly, subject: row.subjectOnly };
  return (
    <li
      aria-label={row.type}
      className="flex flex-col gap-2 rounded-lg border border-line bg-card px-6 py-4 max-md:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-all font-mono font-semibold text-sm">{row.type}</h2>
        <Badge tone={tone} icon={icon}>
          {t(`verdict.${row.verdict}`)}
        </Badge>
      </div>
      <p className="text-ink-2 text-sm">
        {t(`evidence.${row.verdict}`, {
          days,
          both: row.both,
          subject: row.subjectOnly,
          legacy: row.legacyOnly - row.waiting,
        })}{' '}
        {row.lastLegacyOnlyAt === null ? null : (
          <>
            {t('lastLegacyOnly')} <Moment at={row.lastLegacyOnlyAt} />.
          </>
        )}{' '}
        {row.waiting === 0 ? null : t('waiting', { count: row.waiting })}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {kinds.map((kind) =>
          counts[kind] === 0 ? (
            <span key={kind} className="px-1 text-ink-3 text-xs">
              {t(`count.${kind}`, { count: 0 })}
            </span>
          ) : (
            <Button key={kind} look="ask" onPress={() => onOpen(kind)}>
              {t(`count.${kind}`, { count: format.number(counts[kind]) })}
            </Button>
          ),
        )}
      </p>
      <ul className="flex flex-col gap-0.5 text-sm">
        {[row.subject, ...row.legacy].map((name) => (
          <Seen key={name.name} seen={name} />
        ))}
      </ul>
    </li>
  );
}

function Seen({ seen }: { readonly seen: SeenName }) {
  const t = useTranslations('names');
  return (
    <li className="flex flex-wrap gap-x-2">
      <code className="break-all">{seen.name}</code>
      <span className="text-ink-3">
        {seen.lastAt === null || seen.lastSeq === null ? (
          t('never')
        ) : (
          <>
            {t('last')}{' '}
            <Link href={`/events?open=${seen.lastSeq}`}>
              <Moment at={seen.lastAt} />
            </Link>
          </>
        )}
      </span>
    </li>
  );
}
