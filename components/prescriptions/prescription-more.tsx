'use client';

import { useTranslations } from 'next-intl';
import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';
import { shortId } from './person.tsx';

/** Rarely needed facts that must be there: diagnoses, notes, and the linked records, each with the basis of the link. */
export function PrescriptionMore({ detail }: { readonly detail: PrescriptionDetail }) {
  const t = useTranslations('prescription');
  const { diagnoses, notes, dispenseAsWritten, links } = detail;
  if (diagnoses.length === 0 && notes === null && dispenseAsWritten === null && links.length === 0) return null;
  return (
    <section aria-label={t('more')} className="rounded-lg border border-line bg-card px-6 py-3 text-sm max-md:px-4">
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1.5 max-md:grid-cols-1 max-md:gap-y-0.5">
        {diagnoses.length === 0 ? null : (
          <>
            <dt className="text-ink-3">{t('diagnoses')}</dt>
            <dd>{diagnoses.join(', ')}</dd>
          </>
        )}
        {notes === null ? null : (
          <>
            <dt className="text-ink-3">{t('notes')}</dt>
            <dd className="whitespace-pre-wrap">{notes}</dd>
          </>
        )}
        {dispenseAsWritten === null ? null : (
          <>
            <dt className="text-ink-3">{t('asWritten')}</dt>
            <dd>{t(dispenseAsWritten ? 'yes' : 'no')}</dd>
          </>
        )}
        {links.length === 0 ? null : (
          <>
            <dt className="text-ink-3">{t('links')}</dt>
            <dd>
              <ul>
                {links.map((link) => (
                  <li key={`${link.kind} ${link.id}`}>
                    {t(`link.${link.kind}`)} <code>{shortId(link.id)}</code> {link.label}{' '}
                    <span className="text-ink-3">· {link.basis}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
