'use client';

import { ShieldCheck, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { CalendarDate, Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { patientHref } from '#lib/contract/patients/patient-queries';
import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';
import { systemName } from '#lib/i18n/system-name';
import { ReachBadge } from './email-badge.tsx';
import { Encounter } from './encounter.tsx';
import { FillAmount } from './fill-amount.tsx';
import { Person } from './person.tsx';
import { StateBadge } from './state-badge.tsx';
import { Why } from './why.tsx';

type Props = {
  readonly detail: PrescriptionDetail;
  /** The reader may open the patient: not an admin, even after a reveal. */
  readonly opensPatient: boolean;
};

/** The first facts about a prescription, with the reasons at hand. */
export function PrescriptionFacts({ detail, opensPatient }: Props) {
  const t = useTranslations('prescription');
  const { id, why, email } = detail;
  return (
    <section aria-label={t('facts')} className="rounded-lg border border-line bg-card">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(168px,1fr))] gap-x-6 gap-y-4 px-6 py-4 max-md:grid-cols-1 max-md:px-4">
        <Fact label={t('patient')}>
          <span className="font-semibold">
            {detail.patient && opensPatient ? (
              <Link href={patientHref(detail.patient.id)}>
                <Person person={detail.patient} />
              </Link>
            ) : (
              <Person person={detail.patient} />
            )}
          </span>
        </Fact>
        <Fact label={t('state')} why={<Why id={id} about={t('state')} seqs={why.state} />}>
          <StateBadge state={detail.state} />
          {detail.holdReason === null || detail.state !== 'on_hold' ? null : (
            <p className="text-ink-2 text-xs">{detail.holdReason}</p>
          )}
        </Fact>
        <Fact label={t('reach')} why={<Why id={id} about={t('reach')} seqs={why.email} />}>
          <ReachBadge email={email} />
          {email.address === null ? null : <p className="break-all text-ink-2 text-xs">{email.address}</p>}
          {email.reason === null ? null : <code className="block break-words text-ink-3 text-xs">{email.reason}</code>}
          {detail.strays.map(({ address, at }) => (
            <p key={address} className="wrap-anywhere text-ink-2 text-xs">
              {t('stray', { address })} <Moment at={at} />
            </p>
          ))}
        </Fact>
        <Fact label={t('fill')} why={<Why id={id} about={t('fill')} seqs={why.fill} />}>
          <span className="font-semibold">
            <FillAmount fill={detail.fill} supplied={detail.fillSupplied} />
          </span>
        </Fact>
        <Fact label={t('safety')} why={<Why id={id} about={t('safety')} seqs={why.safety} />}>
          {detail.overrides === 0 ? (
            <Badge tone="neutral" icon={ShieldCheck}>
              {t('noOverrides')}
            </Badge>
          ) : (
            <Badge tone="warn" icon={TriangleAlert}>
              {t('overrides', { count: detail.overrides })}
            </Badge>
          )}
        </Fact>
      </dl>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(168px,1fr))] gap-x-6 gap-y-3 border-line border-t px-6 py-3 text-sm max-md:grid-cols-2 max-md:px-4">
        <Fact label={t('prescriber')}>
          <Person person={detail.prescriber} />
        </Fact>
        <Fact label={t('issued')}>{detail.issuedAt === null ? <NotSupplied /> : <Moment at={detail.issuedAt} />}</Fact>
        <Fact label={t('validFrom')}>
          {detail.effectiveDate === null ? <NotSupplied /> : <CalendarDate date={detail.effectiveDate} />}
        </Fact>
        <Fact label={t('validUntil')}>
          {detail.expirationDate === null ? <NotSupplied /> : <CalendarDate date={detail.expirationDate} />}
        </Fact>
        <Fact label={t('encounter.label')}>
          <Encounter id={id} encounterId={detail.encounterId} editable={detail.knownAt === null} />
        </Fact>
        <Fact label={t('source')}>{systemName[detail.system]}</Fact>
      </dl>
    </section>
  );
}

function Fact({
  label,
  why,
  children,
}: {
  readonly label: string;
  readonly why?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="flex min-h-6 items-center gap-1 text-ink-3 text-xs">
        {label} {why}
      </dt>
      <dd className="wrap-anywhere flex flex-col items-start gap-1 *:max-w-full">{children}</dd>
    </div>
  );
}
