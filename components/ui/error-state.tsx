'use client';

import { RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Refused } from '#lib/contract/base/request-json';

/** The part that could not be loaded, in plain words, the id to quote, and a way to try again. */
export function ErrorState({
  error,
  onRetry,
  ...known
}: {
  readonly error: Error;
  readonly requestId?: string;
  readonly onRetry: () => void;
}) {
  const t = useTranslations('failure');
  const status = error instanceof Refused ? error.status : -1;
  const requestId = error instanceof Refused ? error.requestId : known.requestId;
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-2 rounded-lg border border-line bg-card px-6 py-12 text-center"
    >
      <TriangleAlert aria-hidden className="size-6! text-warn" />
      <p className="font-semibold">{t(titleOf(status))}</p>
      <p className="max-w-prose text-ink-2 text-sm">{t(adviceOf(status))}</p>
      {requestId ? (
        <p className="text-ink-3 text-xs">
          {t('requestId')} <code>{requestId}</code>
        </p>
      ) : null}
      {status === 403 || status === 404 ? null : (
        <Button className="mt-2" onPress={onRetry}>
          <RotateCw aria-hidden /> {t('retry')}
        </Button>
      )}
    </div>
  );
}

function titleOf(status: number) {
  if (status === 0) return 'offlineTitle';
  if (status === 403) return 'forbiddenTitle';
  if (status === 404) return 'missingTitle';
  if (status === 503) return 'busyTitle';
  return 'title';
}

function adviceOf(status: number) {
  if (status === 0) return 'offlineAdvice';
  if (status === 403) return 'forbiddenAdvice';
  if (status === 404) return 'missingAdvice';
  if (status === 503) return 'busyAdvice';
  return 'advice';
}
