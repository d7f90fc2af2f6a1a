import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsIsoDateTime, type SearchParams } from 'nuqs/server';
import { BreakGlassOffer } from '#components/access/break-glass-offer';
import { Timeline } from '#components/ledger/timeline/timeline';
import { ResendOpener } from '#components/mail/resend-opener';
import { PrescriptionRecord } from '#components/prescriptions/prescription-record';
import { currentAccount } from '#lib/auth/current-account';
import { prescriptionQuery, timelineQuery } from '#lib/contract/prescriptions/prescription-queries';
import { may } from '#lib/domain/access/permission';
import { getPrescription } from '#lib/views/prescriptions/prescription-detail';
import { getTimeline } from '#lib/views/prescriptions/timeline';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('prescription');
  return { title: t('title') };
}

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<SearchParams> };

const readMoment = createLoader({ knownAt: parseAsIsoDateTime });

export default async function PrescriptionPage({ params, searchParams }: Props) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  const id = decodeURIComponent((await params).id);
  const knownAt = (await readMoment(searchParams)).knownAt?.toISOString() ?? null;
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.query({
          ...prescriptionQuery(id, knownAt),
          queryFn: () => getPrescription(account, id, knownAt, requestId),
        }),
        queries.infiniteQuery({
          ...timelineQuery(id, knownAt),
          queryFn: () => getTimeline(account, { id, knownAt, limit: 100 }, requestId),
        }),
      ]}
    >
      <div className="flex flex-col gap-4">
        <PrescriptionRecord
          id={id}
          zone={account.timeZone}
          refused={may(account.scope, 'break-glass.open') ? <BreakGlassOffer kind="prescription" id={id} /> : null}
        >
          {may(account.scope, 'prescriptions.resend') ? <ResendOpener prescriptionId={id} /> : null}
        </PrescriptionRecord>
        <Timeline id={id} raw={may(account.scope, 'events.read')} />
      </div>
    </FirstLoad>
  );
}
