'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { MedicineName } from '#components/ui/medicine-name';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import type { ProductRow } from '#lib/contract/directories/product';
import { systemOfId } from '#lib/i18n/system-name';

export function useProductColumns(): readonly TableColumn<ProductRow>[] {
  const t = useTranslations('directories');
  return useMemo(
    () => [
      {
        id: 'display',
        label: t('field.display'),
        rowHeader: true,
        cell: (row) => <MedicineName name={row.display} code={null} />,
      },
      {
        id: 'codes',
        label: t('field.codes'),
        cell: (row) =>
          row.codes.length === 0 ? (
            <NotSupplied />
          ) : (
            <ul>
              {row.codes.map((code) => (
                <li key={code} className="break-all text-sm">
                  <span className="text-ink-3">{systemOfId(code)}</span>{' '}
                  <code>{code.slice(code.indexOf(':') + 1)}</code>
                </li>
              ))}
            </ul>
          ),
      },
      { id: 'unit', label: t('field.unit'), width: 'md:w-30', cell: (row) => row.unit ?? <NotSupplied /> },
      { id: 'schedule', label: t('field.schedule'), width: 'md:w-30', cell: (row) => row.schedule ?? <NotSupplied /> },
      {
        id: 'reorderPoint',
        label: t('field.reorderPoint'),
        width: 'md:w-34',
        end: true,
        cell: (row) => row.reorderPoint ?? <NotSupplied />,
      },
    ],
    [t],
  );
}
