'use client';

import { useTranslations } from 'next-intl';
import { Moment } from '#components/ui/moment';
import type { ResendAttempt } from '#lib/contract/mail/resend';
import { withdrawals } from '#lib/domain/mail/outbox';

/** Every resend of ours, newest first, with the answer to each try. */
export function ResendHistory({ items }: { readonly items: readonly ResendAttempt[] }) {
  const t = useTranslations('resend');
  if (items.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-ink-2 text-sm">{t('history', { count: items.length })}</summary>
      <ol className="mt-2 divide-y divide-line border-line border-t">
        {items.map((item) => (
          <li key={item.id} className="flex flex-col gap-0.5 py-2 text-sm">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{wordOf(item)}</span>
              <span className="text-ink-3 text-xs">
                <Moment at={item.createdAt} /> {item.createdBy === null ? null : t('by', { name: item.createdBy })}
              </span>
            </span>
            <code className="break-all text-ink-2">{item.address}</code>
            {item.settledBy === null ? null : (
              <span className="text-ink-2">{t('settledBy', { name: item.settledBy })}</span>
            )}
            {item.tries.map((one) => (
              <code key={`${one.at} ${one.reply}`} className="whitespace-pre-wrap break-words text-ink-3 text-xs">
                {one.outcome === 'withdrawn' ? withdrawnWord(one.reply) : one.reply}
              </code>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );

  function withdrawnWord(why: string): string {
    return t(`withdrawn.${withdrawals.find((one) => one === why) ?? 'person'}`);
  }

  function wordOf({ state }: ResendAttempt): string {
    return state === 'sending' ? t('tracker.sent') : t(`tracker.${state}`);
  }
}
