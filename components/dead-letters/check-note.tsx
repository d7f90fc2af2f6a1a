'use client';

import { CircleCheck, CircleDashed, CircleHelp, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { useCheck } from './use-amendment-check.ts';

type Props = { readonly changed: boolean; readonly check: ReturnType<typeof useCheck> };

/** The result of reading the typed text, with the paths that do not fit. */
export function CheckNote({ changed, check }: Props) {
  const t = useTranslations('deadLetters.amend');
  const causes = useTranslations('deadCause');
  const { data } = check;
  if (!changed)
    return (
      <Note tone="neutral" icon={CircleDashed} role="status">
        {t('unchanged')}
      </Note>
    );
  if (!data || check.isError)
    return (
      <Note tone="neutral" icon={CircleDashed} role="status">
        {check.isError ? t('refusals.failed') : t('check')}
      </Note>
    );
  if (data.ok)
    return (
      <Note
        tone={data.outcome === 'processed' ? 'good' : 'info'}
        icon={data.outcome === 'processed' ? CircleCheck : CircleHelp}
        role="status"
      >
        {t(data.outcome === 'processed' ? 'reads' : 'ignored', { type: data.type })}
      </Note>
    );
  return (
    <Note tone="warn" icon={TriangleAlert} role="status">
      <p className="font-semibold">{t('wrong', { cause: causes(data.cause) })}</p>
      {data.paths.map((path) => (
        <code key={path} className="block break-words text-xs">
          {path}
        </code>
      ))}
    </Note>
  );
}
