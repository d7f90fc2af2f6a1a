'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { Note } from '#components/ui/note';

/** A secret that was just made: shown this once. */
export function SecretOnce({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = useTranslations('sources.once');
  return (
    <ModalDialog title={t('title')}>
      <Note tone="warn" icon={KeyRound}>
        {t('advice')}
      </Note>
      <code data-secret className="select-all break-all rounded-md border border-line bg-sunken px-3 py-2">
        {secret}
      </code>
      <div className="flex flex-wrap gap-2">
        <CopyButton label={t('copy')} text={() => secret} />
        <Button look="primary" onPress={onClose}>
          {t('kept')}
        </Button>
      </div>
    </ModalDialog>
  );
}
