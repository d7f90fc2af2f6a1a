'use client';

import { useTranslations } from 'next-intl';
import { NotSupplied } from '#components/ui/not-supplied';
import type { Medication } from '#lib/queries/prescription';

/** The first medicine of a row and how it is taken; the others are counted. */
export function Medicine({ medications }: { readonly medications: readonly Medication[] }) {
  const t = useTranslations('prescriptions');
  const [first] = medications;
  if (first === undefined) return <NotSupplied />;
  return (
    <span className="block min-w-0 leading-tight">
      <span className="block truncate">
        <MedicineName medication={first} />
        {medications.length > 1 ? (
          <span className="text-ink-2"> {t('more', { count: medications.length - 1 })}</span>
        ) : null}
      </span>
      {first.sig === null ? null : <span className="block truncate text-ink-3 text-xs">{first.sig}</span>}
    </span>
  );
}

export function MedicineName({ medication }: { readonly medication: Medication }) {
  if (medication.display !== null) return medication.display;
  return medication.code === null ? <NotSupplied /> : <code>{medication.code}</code>;
}
