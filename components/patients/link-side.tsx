'use client';

import { useTranslations } from 'next-intl';
import { NotSupplied } from '#components/ui/not-supplied';
import type { PatientDetail } from '#lib/contract/patients/patient';
import { systemOfId } from '#lib/i18n/system-name';

/** One of the two who are linked as one: enough to see whether they are. */
export function LinkSide({ title, detail }: { readonly title: string; readonly detail: PatientDetail }) {
  const t = useTranslations('patient');
  return (
    <section aria-label={title} className="min-w-0 rounded-md border border-line bg-sunken p-3 text-sm">
      <h3 className="text-ink-3 text-xs">{title}</h3>
      <p className="break-words font-semibold">{detail.name?.value ?? <NotSupplied />}</p>
      <ul className="text-ink-2">
        {detail.senders.map(({ id }) => (
          <li key={id} className="break-all">
            {systemOfId(id)} <code>{id.slice(id.indexOf(':') + 1)}</code>
          </li>
        ))}
      </ul>
      <p className="break-all text-ink-2">{detail.address?.value ?? t('noAddress')}</p>
      <p className="text-ink-3">{t('prescriptionCount', { count: detail.prescriptions.length })}</p>
    </section>
  );
}
