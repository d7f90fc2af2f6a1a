'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { nameOf, useFollowUpColumns } from '#components/follow-ups/follow-up-columns';
import { DataTable } from '#components/ui/table/data-table';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import type { FollowUpKind } from '#lib/domain/follow-ups/follow-up-kind';
import { followUpLaneIcons, helpedByMail } from './lanes.ts';

type Props = {
  readonly lane: FollowUpKind;
  readonly count: number;
  readonly rows: readonly FollowUpRow[];
  readonly openId: string | null;
  readonly onResend: (row: FollowUpRow) => void;
  readonly onSnooze: (row: FollowUpRow) => void;
};

/** One lane: its name, its number, and its rows. */
export function FollowUpLane({ lane, count, rows, openId, onResend, onSnooze }: Props) {
  const t = useTranslations('followUps');
  const heading = useId();
  const columns = useFollowUpColumns(lane, onSnooze);
  const Icon = followUpLaneIcons[lane];
  const opened = rows.find((row) => row.prescriptionId === openId)?.id ?? null;
  return (
    <section aria-labelledby={heading} className="mt-6" data-lane={lane}>
      <h2 id={heading} className="mb-2 flex items-center gap-2 font-semibold">
        <Icon aria-hidden /> {t(`lane.${lane}`)} <span className="font-normal text-ink-3">{count}</span>
      </h2>
      <DataTable
        label={t(`lane.${lane}`)}
        columns={columns}
        rows={rows}
        idOf={(row) => row.id}
        textOf={nameOf}
        openId={opened}
        {...(helpedByMail(lane)
          ? { onOpen: onResend }
          : { hrefOf: (row: FollowUpRow) => `/prescriptions/${encodeURIComponent(row.prescriptionId)}` })}
      />
    </section>
  );
}
