'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { EnteredValue, PatientDetail } from '#lib/contract/patients/patient';
import { isLocale } from '#lib/domain/base/locale';
import { useLanguageName } from '#lib/i18n/language-name';

/** The person's contact details, and the time since which the clinic has them. */
export function PatientFacts({ detail: { address, entry } }: { readonly detail: PatientDetail }) {
  const t = useTranslations('patient');
  const languageName = useLanguageName();
  const language = entry?.language?.value;
  return (
    <section aria-label={t('facts')} className="rounded-lg border border-line bg-card">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(168px,1fr))] gap-x-6 gap-y-4 px-6 py-4 max-md:grid-cols-1 max-md:px-4">
        <Fact label={t('address')}>
          {address === null ? (
            <NotSupplied />
          ) : (
            <>
              <span className="break-all font-semibold">{address.value}</span>
              <span className="text-ink-3 text-xs">
                {t(`addressFrom.${address.from}`)} <Moment at={address.at} />
              </span>
            </>
          )}
        </Fact>
        <Fact label={t('phone')}>
          <Entered value={entry?.phone ?? null} />
        </Fact>
        <Fact label={t('language')}>{isLocale(language) ? languageName(language) : <NotSupplied />}</Fact>
        <Fact label={t('directoryName')}>
          <Entered value={entry?.name ?? null} />
        </Fact>
        <Fact label={t('externalId')}>
          <Entered value={entry?.externalId ?? null} />
        </Fact>
      </dl>
    </section>
  );
}

function Entered({ value }: { readonly value: EnteredValue | null }) {
  const t = useTranslations('patient');
  if (value === null) return <NotSupplied />;
  return (
    <>
      <span className="break-words">{value.value}</span>
      <span className="text-ink-3 text-xs">
        {t('entered')} <Moment at={value.at} />
      </span>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="min-h-6 text-ink-3 text-xs">{label}</dt>
      <dd className="flex flex-col items-start gap-0.5">{children}</dd>
    </div>
  );
}
