'use client';

import { useTranslations } from 'next-intl';
import type { GivenName } from '#lib/contract/patients/patient';

/** A person by name, and below it the name's origin when it is not their own source's; by id without a name. */
export function PatientName({ name, id }: { readonly name: GivenName | null; readonly id: string }) {
  const t = useTranslations('patients');
  if (name === null) return <code className="block wrap-anywhere text-ink-2">{id.slice(id.indexOf(':') + 1)}</code>;
  return (
    <span className="block min-w-0 leading-tight">
      <span className="block wrap-anywhere">{name.value}</span>
      {name.from === 'sender' ? null : (
        <span className="block wrap-anywhere text-ink-3 text-xs">{t(`from.${name.from}`)}</span>
      )}
    </span>
  );
}
