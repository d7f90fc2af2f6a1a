'use client';

import { Unlink } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { PatientDetail, PatientJoin, SenderPatient } from '#lib/contract/patients/patient';
import { systemName } from '#lib/i18n/system-name';

const UnlinkDialog = dynamic(() => import('./unlink-dialog.tsx').then((m) => m.UnlinkDialog), {
  ssr: false,
});

/** The person's ids in each system, with the basis of each link: a file, a shared id, or a person's confirmation. */
export function PatientIds({ detail }: { readonly detail: PatientDetail }) {
  const t = useTranslations('patient');
  const [leaving, setLeaving] = useState<SenderPatient | null>(null);
  return (
    <section aria-labelledby="patient-ids" className="rounded-lg border border-line bg-card">
      <h2 id="patient-ids" className="px-6 pt-4 font-semibold max-md:px-4">
        {t('ids')}
      </h2>
      {detail.senders.length === 0 ? <p className="px-6 py-3 text-ink-3 max-md:px-4">{t('noIds')}</p> : null}
      <ul className="divide-y divide-line">
        {detail.senders.map((sender) => (
          <li key={sender.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-6 py-3 max-md:px-4">
            <span className="w-36 text-ink-2 text-sm">{systemName[sender.system]}</span>
            <span className="min-w-0 flex-1 basis-56">
              <code className="break-all">{sender.id.slice(sender.id.indexOf(':') + 1)}</code>
              {sender.name === null ? null : <span className="text-ink-2"> · {sender.name}</span>}
              <span className="block text-ink-3 text-xs">
                {sender.link === null ? null : (
                  <>
                    {t(`basis.${sender.link.basis}`)} <Said join={sender.link} />
                  </>
                )}
                {sender.link === null && sender.apart === null ? t('notLinked') : null}
                {sender.apart === null ? null : (
                  <>
                    {t('takenApart')} <Said join={sender.apart} />
                  </>
                )}
              </span>
            </span>
            {sender.link === null ? null : (
              <Button look="quiet" className="no-print" onPress={() => setLeaving(sender)}>
                <Unlink aria-hidden /> {t('unlink.open')}
                <span className="sr-only">{sender.id.slice(sender.id.indexOf(':') + 1)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving ? <UnlinkDialog detail={detail} leaving={leaving} onClose={() => setLeaving(null)} /> : null}
    </section>
  );
}

/** The person, the time and the words of a confirmation. */
function Said({ join }: { readonly join: PatientJoin }) {
  return (
    <>
      {join.by === null ? null : `· ${join.by} `}· <Moment at={join.at} />
      {join.note === null ? null : ` · “${join.note}”`}
    </>
  );
}
