'use client';

import { useTranslations } from 'next-intl';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { keys } from '#lib/contract/base/keys';
import type { LegalHoldRow } from '#lib/contract/retention/retention';
import { postLegalHoldRelease } from '#lib/contract/retention/retention-queries';
import { HoldSubject } from './legal-hold-subject.tsx';

/** Lets the clocks of a subject run on, with a reason; content past its clock is deleted with the next purge. */
export function ReleaseDialog({ hold, onClose }: { readonly hold: LegalHoldRow; readonly onClose: () => void }) {
  const t = useTranslations('retention');
  return (
    <FieldsDialog
      title={t('releaseTitle')}
      confirm={t('release')}
      about={
        <>
          <HoldSubject hold={hold} />
          <p className="mt-2">{t('releaseAdvice')}</p>
        </>
      }
      fields={[{ name: 'reason', label: t('reason'), advice: t('reasonAdvice'), required: true }]}
      mayConfirm={({ reason = '' }) => reason.trim().length >= 5}
      act={({ reason = '' }) => postLegalHoldRelease(hold.id, reason.trim())}
      stale={keys.retention}
      onClose={onClose}
    />
  );
}
