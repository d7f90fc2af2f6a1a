'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NotSupplied } from '#components/ui/not-supplied';
import { WholeId } from '#components/ui/whole-id';
import type { PersonRef } from '#lib/contract/prescriptions/prescription';

/** A person by name where there is one and it may be seen, by id otherwise. */
export function Person({ person }: { readonly person: PersonRef | null }) {
  const t = useTranslations('common');
  if (person === null) return <NotSupplied />;
  if (person.hidden)
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 text-ink-2" title={t('hiddenAdvice')}>
        <EyeOff aria-hidden className="size-3.5!" />
        <span className="sr-only">{t('hidden')}</span>
        <code className="wrap-anywhere">{shortId(person.id)}</code>
      </span>
    );
  return person.name === null ? (
    <WholeId className="text-ink-2" id={shortId(person.id)} />
  ) : (
    <span className="block wrap-anywhere">{person.name}</span>
  );
}

/** `osigu:doc_1` is `doc_1` where the system is shown beside it. */
export function shortId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
