'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ResendAttempt } from '#lib/contract/mail/resend';
import type { EmailState } from '#lib/domain/prescriptions/prescription-state';

type Step = {
  readonly id: string;
  readonly word: string;
  readonly detail: string | null;
  readonly state: 'done' | 'now' | 'ahead';
  readonly bad?: boolean;
};

/** The progress of an email: queued, sent, answered. Kept up to date by the live stream, in every tab that shows it. */
export function ResendTracker({ attempt, reach }: { readonly attempt: ResendAttempt; readonly reach: EmailState }) {
  const t = useTranslations('resend.tracker');
  const resend = useTranslations('resend');
  const format = useFormatter();
  const at = (instant: string | null) => (instant === null ? null : format.dateTime(new Date(instant), 'seconds'));
  const { state, attempts, kind } = attempt;
  const over = state === 'accepted' || state === 'failed' || state === 'uncertain' || state === 'cancelled';
  const waits = state === 'queued' && attempts > 0 && attempt.nextAttemptAt !== null;
  const sent: Step = {
    id: 'sent',
    // A canceled email never left: it was tried.
    word:
      state === 'cancelled' && attempts > 0
        ? t('tries', { count: attempts })
        : t(kind === 'webhook' ? 'handedOver' : 'sent'),
    detail: waits ? t('retry', { when: at(attempt.nextAttemptAt) ?? '' }) : attempts > 0 ? at(attempt.sentAt) : null,
    state: attempts === 0 ? 'ahead' : waits ? 'now' : 'done',
  };
  const steps: readonly Step[] = [
    { id: 'queued', word: t('queued'), detail: at(attempt.createdAt), state: attempts === 0 ? 'now' : 'done' },
    sent,
    { id: 'end', ...lastStep() },
  ];

  function lastStep(): Omit<Step, 'id'> {
    if (kind === 'webhook' && state === 'accepted') {
      const settled = reach === 'accepted' || reach === 'failed';
      return {
        word: settled ? t(reach) : t('waitingForSystem'),
        detail: null,
        state: settled ? 'done' : 'now',
        bad: reach === 'failed',
      };
    }
    if (over)
      return {
        word: t(state),
        detail: at(attempt.settledAt ?? attempt.sentAt),
        state: 'done',
        bad: state !== 'accepted' && state !== 'cancelled',
      };
    return {
      word: t(kind === 'webhook' ? 'waitingForSystem' : 'waiting'),
      detail: null,
      state: state === 'sending' ? 'now' : 'ahead',
    };
  }

  return (
    <section aria-label={t('label')} aria-live="polite" className="flex flex-col gap-2">
      <ol className="grid grid-cols-3 gap-1">
        {steps.map((step, index) => (
          <li key={step.id} className="flex min-w-0 flex-col gap-0.5">
            <span aria-hidden className="flex items-center gap-1">
              <span
                className={`size-3.5 shrink-0 rounded-full border-2 ${step.bad ? 'border-bad bg-bad' : step.state === 'done' ? 'border-brand bg-brand' : step.state === 'now' ? 'border-brand' : 'border-line-strong'}`}
              />
              {index < steps.length - 1 ? (
                <span className={`h-0.5 flex-1 ${step.state === 'done' ? 'bg-brand' : 'bg-line-strong'}`} />
              ) : null}
            </span>
            <span
              className={`break-words font-semibold text-sm ${step.state === 'ahead' ? 'text-ink-3' : step.state === 'now' ? 'text-brand' : ''}`}
              {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
            >
              {step.word}
            </span>
            {step.detail === null ? null : <span className="text-ink-3 text-xs tabular-nums">{step.detail}</span>}
          </li>
        ))}
      </ol>
      {waits && attempt.reply !== null ? (
        <p className="text-ink-2 text-sm">
          {resend('serverSaid')} <code className="whitespace-pre-wrap break-words">{attempt.reply}</code>
        </p>
      ) : null}
      {state === 'accepted' && kind === 'webhook' && reach === 'queued' ? (
        <p className="text-ink-2 text-sm">{resend('passedOn')}</p>
      ) : null}
      {state === 'accepted' && kind === 'email' ? (
        <p className="text-ink-2 text-sm">
          {resend('acceptedBy', { address: attempt.address })} {resend('acceptedCare')}
        </p>
      ) : null}
    </section>
  );
}
