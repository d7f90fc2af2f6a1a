'use client';

import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { RowCheckbox } from '#components/ui/row-checkbox';
import { useVimKeys } from './vim-keys.ts';

export type TableColumn<T> = {
  readonly id: string;
  readonly label: string;
  readonly width?: string;
  readonly end?: boolean;
  readonly rowHeader?: boolean;
  readonly cell: (row: T) => ReactNode;
};

type Props<T> = {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly textOf: (row: T) => string;
  /** Rows go to an address, or open something here. */
  readonly hrefOf?: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  readonly openId?: string | null;
  readonly isNew?: (row: T) => boolean;
  /** Rows can be chosen, several at once: Space chooses the one the keyboard stands on. */
  readonly selection?: { readonly chosen: ReadonlySet<string>; readonly onChoose: (ids: ReadonlySet<string>) => void };
};

/** A list one can drive by keyboard: arrows, j and k move, Enter opens. On a narrow screen every row is a card that names its values. */
export function DataTable<T extends object>({
  label,
  columns,
  rows,
  idOf,
  textOf,
  hrefOf,
  onOpen,
  openId,
  isNew,
  selection,
}: Props<T>) {
  const list = useVimKeys();
  const dependencies = [columns, openId, isNew];
  return (
    <div
      ref={list}
      data-list
      className="overflow-x-auto rounded-lg border border-line bg-card max-md:border-0 max-md:bg-transparent print:overflow-visible"
    >
      <Table
        aria-label={label}
        className="w-full table-fixed border-collapse md:min-w-245 text-left max-md:block print:min-w-0!"
        {...(onOpen ? { onRowAction: (key) => open(String(key)) } : {})}
        {...(selection
          ? {
              selectionMode: 'multiple' as const,
              selectedKeys: selection.chosen,
              onSelectionChange: (keys) =>
                selection.onChoose(new Set(keys === 'all' ? rows.map(idOf) : [...keys].map(String))),
            }
          : {})}
      >
        <TableHeader className="max-md:sr-only">
          {selection ? (
            <Column id="chosen" className="w-10 border-line border-b px-2.5 py-2 -outline-offset-2">
              <RowCheckbox />
            </Column>
          ) : null}
          {columns.map((column) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column.rowHeader ?? false}
              className={`border-line border-b px-2.5 py-2 font-semibold text-ink-3 text-xs -outline-offset-2 ${column.end ? 'text-right' : ''} ${column.width ?? ''}`}
            >
              {column.label}
            </Column>
          ))}
        </TableHeader>
        <TableBody items={rows} dependencies={dependencies} className="max-md:flex max-md:flex-col max-md:gap-2">
          {(row) => (
            <Row
              id={idOf(row)}
              textValue={textOf(row)}
              {...(hrefOf ? { href: hrefOf(row) } : {})}
              className={`h-11 cursor-pointer border-line border-b -outline-offset-2 last:border-b-0 hover:bg-sunken focus-visible:bg-brand-soft max-md:flex max-md:h-auto max-md:flex-col max-md:gap-1 max-md:rounded-lg max-md:border! max-md:bg-card max-md:p-3 ${openId === idOf(row) ? 'row-open bg-brand-soft' : ''} ${isNew?.(row) ? 'arrived' : ''}`}
            >
              {selection ? (
                <Cell className="px-2.5 py-1 -outline-offset-2 max-md:p-0">
                  <RowCheckbox />
                </Cell>
              ) : null}
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  className={`px-2.5 py-1 align-middle -outline-offset-2 max-md:flex max-md:justify-between max-md:gap-4 max-md:p-0 ${column.end ? 'md:text-right' : ''}`}
                >
                  <span aria-hidden className="shrink-0 text-ink-3 text-xs md:hidden">
                    {column.label}
                  </span>
                  <div className="min-w-0 max-md:text-right">{column.cell(row)}</div>
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );

  function open(key: string): void {
    const row = rows.find((candidate) => idOf(candidate) === key);
    if (row) onOpen?.(row);
  }
}
