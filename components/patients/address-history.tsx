'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Moment } from '#components/ui/moment';
import type { PatientDetail } from '#lib/contract/patients/patient';

/** The addresses that sources and the clinic wrote to, and those that people typed, newest first: each line is an event of the ledger. */
export function AddressHistory({ detail: { history } }: { readonly detail: PatientDetail }) {
  const t = useTranslations('patient');
  return (
    <section aria-labelledby="address-history" className="rounded-lg border border-line bg-card">
      <h2 id="address-history" className="px-6 pt-4 font-semibold max-md:px-4">
        {t('history')}
      </h2>
      {history.length === 0 ? (
        <p className="px-6 py-3 text-ink-3 max-md:px-4">{t('noHistory')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {history.map((entry) => (
            <li
              key={entry.seq}
              className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-6 px-6 py-2.5 max-md:grid-cols-1 max-md:px-4"
            >
              <span className="text-ink-2 text-sm">
                <Moment at={entry.at} />
              </span>
              <span>
                <span className="break-all">{entry.address}</span>
                <span className="block text-ink-2 text-xs">
                  {entry.title}
                  {entry.by === null ? null : ` · ${t('typedBy', { name: entry.by })}`}
                  {entry.prescriptionId === null ? null : (
                    <>
                      {' · '}
                      <Link href={`/prescriptions/${encodeURIComponent(entry.prescriptionId)}`}>
                        <code>{entry.prescriptionId.slice(entry.prescriptionId.indexOf(':') + 1)}</code>
                      </Link>
                    </>
                  )}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
