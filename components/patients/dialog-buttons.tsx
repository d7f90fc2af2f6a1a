'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';

type Props = {
  readonly act: string;
  readonly isDisabled: boolean;
  readonly onClose: () => void;
};

/** The last line of a form in a dialog: do it, or leave it. */
export function DialogButtons({ act, isDisabled, onClose }: Props) {
  const t = useTranslations('patient');
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="primary" type="submit" isDisabled={isDisabled}>
        {act}
      </Button>
      <Button look="quiet" onPress={onClose}>
        {t('cancel')}
      </Button>
    </div>
  );
}
