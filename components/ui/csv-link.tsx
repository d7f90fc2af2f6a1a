'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';

/** A list's file, at the end of the list's title. */
export function CsvLink({ href }: { readonly href: string }) {
  const t = useTranslations('list');
  return (
    <ButtonLink className="no-print ml-auto" href={href} target="_blank" download>
      <Download aria-hidden /> {t('csv')}
    </ButtonLink>
  );
}
