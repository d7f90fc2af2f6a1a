'use client';

import { useTranslations } from 'next-intl';
import type { ShownRow } from '#lib/contract/directories/directory-import';

/** The reason why a row is refused: its fault, or the owners of its ids. */
export function RowTrouble({ row }: { readonly row: ShownRow }) {
  const t = useTranslations('import');
  if (row.outcome === 'wrong')
    return (
      <ul className="text-sm">
        {row.faults.map((fault) => (
          <li key={`${fault.why} ${fault.field ?? ''}`}>
            {t(`fault.${fault.why}`, { field: fault.field ?? '', line: 'line' in fault ? fault.line : 0 })}
          </li>
        ))}
      </ul>
    );
  if (row.outcome !== 'conflicting') return null;
  return (
    <ul className="text-sm">
      {row.conflicts.map(({ field, id, recordId }) => (
        <li key={`${field} ${id}`} className="break-all">
          {recordId === null ? t('conflictApart', { field }) : t('conflict', { field })} <code>{id}</code>
          {recordId === null ? null : (
            <>
              {' '}
              → <code>{recordId}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
