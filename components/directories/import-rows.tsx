'use client';

import { CircleCheck, CircleSlash, CircleX, Pencil, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { ShownRow } from '#lib/contract/directories/directory-import';
import type { RowOutcome } from '#lib/domain/directories/import-plan';
import { RowTrouble } from './row-trouble.tsx';

const looks: Readonly<Record<RowOutcome, readonly [BadgeTone, typeof Pencil]>> = {
  new: ['info', UserPlus],
  changed: ['info', Pencil],
  unchanged: ['neutral', CircleCheck],
  conflicting: ['warn', CircleSlash],
  wrong: ['bad', CircleX],
};

/** The changes of a file, row by row: before and after, or the fault. */
export function ImportRows({ rows, left }: { readonly rows: readonly ShownRow[]; readonly left: number }) {
  const t = useTranslations('import');
  if (rows.length === 0) return <p className="text-ink-3">{t('nothing')}</p>;
  return (
    <>
      <ol aria-label={t('rows')} className="divide-y divide-line rounded-lg border border-line">
        {rows.map((row) => {
          const [tone, icon] = looks[row.outcome];
          return (
            <li key={row.line} className="flex flex-col gap-1 px-3 py-2">
              <span className="flex flex-wrap items-center gap-2">
                <span className="text-ink-3 text-xs">{t('line', { line: row.line })}</span>
                <span className="min-w-0 break-words font-semibold">{row.label ?? t('unnamed')}</span>
                <Badge tone={tone} icon={icon}>
                  {t(`outcome.${row.outcome}`)}
                </Badge>
              </span>
              {'changes' in row ? (
                <ul className="text-sm">
                  {row.changes.map((change) => (
                    <li key={`${change.field} ${change.after}`} className="break-words">
                      <span className="text-ink-3">{t(`field.${change.field}`)}:</span>{' '}
                      {change.before === null ? null : (
                        <>
                          <del className="text-ink-2">{change.before}</del> <span aria-hidden>→</span>{' '}
                        </>
                      )}
                      <ins className="no-underline">{change.after}</ins>
                    </li>
                  ))}
                </ul>
              ) : null}
              <RowTrouble row={row} />
            </li>
          );
        })}
      </ol>
      {left > 0 ? <p className="text-ink-3 text-sm">{t('left', { count: left })}</p> : null}
    </>
  );
}
