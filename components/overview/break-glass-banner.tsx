'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LockKeyholeOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import type { OpenBreakGlass } from '#lib/contract/access/break-glass';
import { openBreakGlassQuery, postBreakGlassEnd } from '#lib/contract/access/break-glass-queries';
import { useClock } from '#lib/i18n/clock';

/** Shows a doctor, on every screen, the patient they have open by emergency access, and the time left. */
export function GlassBanner() {
  const { data } = useQuery(openBreakGlassQuery);
  return data?.items.map((glass) => <Opened key={glass.id} glass={glass} />);
}

function Opened({ glass }: { readonly glass: OpenBreakGlass }) {
  const t = useTranslations('breakGlass');
  const queries = useQueryClient();
  const left = Math.max(0, Date.parse(glass.until) - useClock());
  const end = useMutation({
    mutationFn: () => postBreakGlassEnd(glass.id),
    onSettled: () => queries.invalidateQueries(),
  });
  const over = left === 0;
  useEffect(() => {
    // Open records are fetched again, and refused: they leave the screen when their time is over.
    if (over) void queries.invalidateQueries();
  }, [over, queries]);
  const minutes = Math.ceil(left / 60_000);
  const name = glass.subjectId.slice(glass.subjectId.indexOf(':') + 1);
  return (
    <div className="no-print px-6 pt-4 max-md:px-4">
      <Note tone="warn" icon={LockKeyholeOpen} role="status">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 flex-1 basis-60">
            {t(`opened.${glass.kind}`)}{' '}
            <Link
              prefetch={false}
              className="break-all"
              href={`/${glass.kind}s/${encodeURIComponent(glass.subjectId)}`}
            >
              {name}
            </Link>
            {'. '}
            {t('left', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
          </span>
          <Button isDisabled={end.isPending} onPress={() => end.mutate()}>
            {t('end')}
          </Button>
        </span>
      </Note>
    </div>
  );
}
