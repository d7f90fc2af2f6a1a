'use client';

import { useTranslations } from 'next-intl';
import type { ReplayAsked } from '#lib/contract/replays/replay';
import { useReplayWords } from './words.ts';

type Asked = Pick<ReplayAsked, 'filter' | 'ids'>;

/** The subject of a replay, in words: the filter's, or the named events. */
export function AskedWords({ filter, ids }: Asked) {
  const t = useTranslations('replays.asked');
  const words = useReplayWords();
  if (ids) return <p>{t('ids', { count: ids.length })}</p>;
  const { status, ...rest } = filter ?? {};
  const entries = Object.entries(rest);
  const value = (name: string, text: string): string =>
    name === 'cause' ? words.cause(text) : name === 'state' ? words.state(text) : text;
  return (
    <div>
      <p>
        {t(status === 'ignored' || status === 'processed' ? status : entries.length === 0 ? 'everything' : 'matching')}
      </p>
      {entries.length === 0 ? null : (
        <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 text-sm">
          {entries.map(([name, text]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{words.filter(name)}</dt>
              <dd className="min-w-0 break-words">{value(name, text)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
