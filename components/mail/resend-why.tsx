import { AtSign, Clock, Inbox, type LucideIcon, ShieldX, TriangleAlert, Wrench } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { WhyNot } from '#lib/contract/mail/resend';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

const looks: Readonly<Record<EmailCauseWord, readonly ['bad' | 'warn' | 'info' | 'neutral', LucideIcon]>> = {
  address: ['bad', AtSign],
  mailbox: ['warn', Inbox],
  refused: ['info', ShieldX],
  sender: ['info', Wrench],
  passing: ['neutral', Clock],
  unknown: ['warn', TriangleAlert],
};

/** The reason in plain words, beside the server's own. */
export function ResendWhy({ why }: { readonly why: WhyNot | null }) {
  const t = useTranslations('resend');
  if (why === null) return null;
  const [tone, icon] = looks[why.cause];
  return (
    <Note tone={tone} icon={icon}>
      <p className="font-semibold">{why.name}</p>
      <p>{why.advice}</p>
      {why.reply === null ? null : (
        <p className="mt-1 text-ink-2">
          {t('serverSaid')} <code className="whitespace-pre-wrap break-words">{why.reply}</code>
        </p>
      )}
    </Note>
  );
}
