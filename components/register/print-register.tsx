'use client';

import { ArrowLeft, Printer } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { queryString } from '#lib/contract/base/request-json';

type Props = { readonly substance: string; readonly location: string | null };

export function PrintRegister({ substance, location }: Props) {
  const t = useTranslations('register.paper');
  return (
    <div className="no-print flex flex-wrap items-center gap-4">
      <Button look="primary" onPress={() => window.print()}>
        <Printer aria-hidden /> {t('print')}
      </Button>
      <Link
        prefetch={false}
        href={`/register/${encodeURIComponent(substance)}${queryString({ location })}`}
        className="inline-flex min-h-6 items-center gap-1 text-ink-2 text-sm no-underline hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5!" /> {t('back')}
      </Link>
    </div>
  );
}
