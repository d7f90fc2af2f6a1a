'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExactMoment } from '#components/ui/moment';
import type { DeadLetterDetail } from '#lib/contract/dead-letters/dead-letter';

type Step = { readonly at: string; readonly words: string; readonly more: ReactNode };

/** Its history, the last first: each failure, and the admins' actions. */
export function LetterHistory({ letter }: { readonly letter: DeadLetterDetail }) {
  const t = useTranslations('deadLetters.one');
  const causes = useTranslations('deadCause');
  const failures = letter.episodeList.map(
    ({ episode, cause, paths, attempts, failedAt }): Step => ({
      at: failedAt,
      words: t('failed', { nth: episode }),
      more: (
        <>
          {causes(cause)}, {t('tries', { count: attempts })}
          {paths.map((path) => (
            <code key={path} className="block break-words text-ink-3 text-xs">
              {path}
            </code>
          ))}
        </>
      ),
    }),
  );
  const acts = letter.acts.map(
    ({ act, at, by, reason }): Step => ({
      at,
      words: t(act, { name: by }),
      more: <q className="break-words">{reason}</q>,
    }),
  );
  const replays = letter.replays.map(
    ({ runId, name, outcome, at }): Step => ({
      at,
      words: t(`replay.${outcome ?? 'waiting'}`),
      more: (
        <Link prefetch={false} href={`/replays/${runId}`} className="break-words text-brand">
          {name}
        </Link>
      ),
    }),
  );
  const steps = [...failures, ...acts, ...replays].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section aria-labelledby="history" className="border-line border-t pt-4">
      <h2 id="history" className="mb-2 font-semibold">
        {t('history')}
      </h2>
      <ol className="flex flex-col gap-3">
        {steps.map((step) => (
          <li key={`${step.at} ${step.words}`} className="border-line-strong border-l-2 pl-3 text-sm">
            <p className="font-semibold">{step.words}</p>
            <p className="text-ink-3 text-xs">
              <ExactMoment at={step.at} />
            </p>
            <div className="text-ink-2">{step.more}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
