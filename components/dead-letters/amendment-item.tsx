'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleSlash, Columns2, EyeOff, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AmendRefusal } from '#components/dead-letters/amend-refusal';
import { AmendmentState } from '#components/dead-letters/amendment-state';
import { DecideDialog } from '#components/dead-letters/decide-dialog';
import { DiffView } from '#components/dead-letters/diff-view';
import { Button } from '#components/ui/button';
import { ReasonDialog } from '#components/ui/dialog/reason-dialog';
import { ExactMoment } from '#components/ui/moment';
import type { AmendmentRow } from '#lib/contract/dead-letters/amendment';
import { postAmendmentDecision, postAmendmentReveal } from '#lib/contract/dead-letters/dead-letter-queries';

type Props = { readonly seq: number; readonly amendment: AmendmentRow };

/** One amendment: its author and reason; both texts side by side for a reason; and, for another admin, the decision. */
export function AmendmentItem({ seq, amendment }: Props) {
  const t = useTranslations('deadLetters.amend');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [deciding, setDeciding] = useState<'approve' | 'refuse' | null>(null);
  const looking = useMutation({
    mutationFn: (reason: string) => postAmendmentReveal(seq, amendment.id, reason),
    onSuccess: () => setAsking(false),
  });
  const withdrawing = useMutation({
    mutationFn: () => postAmendmentDecision(seq, amendment.id, 'withdraw', ''),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const waits = amendment.state === 'proposed';
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-card p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <AmendmentState state={amendment.state} />
        <span className="font-semibold">{t('by', { name: amendment.author })}</span>
        <span className="text-ink-3 text-xs">
          <ExactMoment at={amendment.proposedAt} />
        </span>
      </div>
      <p className="text-sm">
        <q className="break-words">{amendment.reason}</q>
      </p>
      {amendment.decidedBy === null || amendment.decidedAt === null || amendment.state === 'withdrawn' ? null : (
        <p className="text-ink-2 text-sm">
          {t('decided', { name: amendment.decidedBy })} · <ExactMoment at={amendment.decidedAt} />
          {amendment.decision ? (
            <>
              {' '}
              · <q className="break-words">{amendment.decision}</q>
            </>
          ) : null}
        </p>
      )}
      {looking.data ? <DiffView sent={looking.data.sent} amended={looking.data.amended} /> : null}
      <AmendRefusal error={withdrawing.error} />
      <div className="flex flex-wrap items-center gap-2">
        {looking.data ? (
          <Button look="quiet" onPress={looking.reset}>
            <EyeOff aria-hidden /> {t('hide')}
          </Button>
        ) : amendment.retained ? (
          <Button onPress={() => setAsking(true)}>
            <Columns2 aria-hidden /> {t('look')}
          </Button>
        ) : (
          <span className="text-ink-3 text-sm">{t('gone')}</span>
        )}
        {waits && amendment.mine ? (
          <>
            <Button isDisabled={withdrawing.isPending} onPress={() => withdrawing.mutate()}>
              <Undo2 aria-hidden /> {t('withdraw')}
            </Button>
            <span className="text-ink-2 text-sm">{t('mine')}</span>
          </>
        ) : null}
        {waits && !amendment.mine ? (
          <>
            <Button look="primary" isDisabled={!looking.data} onPress={() => setDeciding('approve')}>
              <CircleCheck aria-hidden /> {t('approve')}
            </Button>
            <Button onPress={() => setDeciding('refuse')}>
              <CircleSlash aria-hidden /> {t('refuse')}
            </Button>
          </>
        ) : null}
      </div>
      {asking ? (
        <ReasonDialog
          title={t('lookTitle')}
          error={looking.error}
          busy={looking.isPending}
          onReason={looking.mutate}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {deciding ? (
        <DecideDialog {...{ seq, decision: deciding }} id={amendment.id} onClose={() => setDeciding(null)} />
      ) : null}
    </li>
  );
}
