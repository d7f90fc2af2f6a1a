'use client';

import { KeyRound, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { SecretAge } from '#lib/contract/connections/source';
import { isOldSecret, oldSecretDays } from '#lib/domain/ledger/source-rules';
import { useClock } from '#lib/i18n/clock';

type Props = { readonly secrets: readonly SecretAge[]; readonly onEndOld?: () => void; readonly busy?: boolean };

/** The age of the secret, and the end of the one before. */
export function SourceSecrets({ secrets, onEndOld, busy = false }: Props) {
  const t = useTranslations('sources.secrets');
  const now = useClock();
  const [present, old] = secrets;
  return (
    <div className="flex flex-col gap-1 text-sm">
      {present === undefined ? (
        <p className="flex items-center gap-1.5 text-bad">
          <TriangleAlert aria-hidden className="size-4!" /> {t('none')}
        </p>
      ) : (
        <p className="flex flex-wrap items-center gap-1.5">
          <KeyRound aria-hidden className="size-4! text-ink-3" />
          {t('present')} <Moment at={present.createdAt} />
          {isOldSecret(present.createdAt, now) ? (
            <span className="flex items-center gap-1 font-semibold text-warn">
              <TriangleAlert aria-hidden className="size-4!" /> {t('old', { days: oldSecretDays })}
            </span>
          ) : null}
        </p>
      )}
      {old?.until ? (
        <p className="flex flex-wrap items-center gap-1.5 text-ink-2">
          {t('before')} <Moment at={old.until} />
          {onEndOld ? (
            <Button look="ask" isDisabled={busy} onPress={onEndOld}>
              {t('end')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
