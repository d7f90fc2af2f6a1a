'use client';

import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { RowCheckbox } from './row-checkbox.tsx';
import { ColumnLabel, sortingOf } from './sorted-columns.tsx';
import { useVimKeys } from './vim-keys.ts';

export type TableColumn<T> = {
  readonly id: string;
  readonly label: string;
  readonly width?: string;
  readonly end?: boolean;
  readonly rowHeader?: boolean;
  /** The column of the list's order that the header asks for; left out: the list is not sorted by it. */
  readonly sortsBy?: string;
  readonly cell: (row: T) => ReactNode;
};

/** In which order the rows stand (`at`, or `-at` from the last to the first), and how another one is asked for. */
export type TableSort = { readonly order: string; readonly onSort: (order: string) => void };

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
  readonly sort?: TableSort | undefined;
  readonly isNew?: (row: T) => boolean;
  /** Rows can be chosen, several at once: Space chooses the one with the keyboard focus. */
  readonly selection?: { readonly chosen: ReadonlySet<string>; readonly onChoose: (ids: ReadonlySet<string>) => void };
};

/** A column without a width has the names that are read first. */
const leastPixels = { named: 180, other: 100 };
const pixelsOf = (width: string): number => Number(width.slice(width.lastIndexOf('-') + 1)) * 4;

/** The room that a list needs to be a readable table: with less, on a screen or on paper, its rows are cards (`cards` in globals.css). */
function roomFor(columns: readonly { readonly width?: string }[]): string {
  const least = columns.reduce(
    (sum, { width }) => sum + (width === undefined ? leastPixels.named : Math.min(leastPixels.other, pixelsOf(width))),
    0,
  );
  return least <= 560 ? 'room-560' : least <= 700 ? 'room-700' : least <= 768 ? 'room-768' : 'room-1000';
}

/**
 * A list for the keyboard: arrows, j and k move, Enter opens. Columns grow with their content, so that nothing is printed over its
 * neighbour; where there is no room for them, every row is a card that names its values.
 */
export function DataTable<T extends object>({
  label,
  columns,
  rows,
  idOf,
  textOf,
  hrefOf,
  onOpen,
  openId,
  sort,
  isNew,
  selection,
}: Props<T>) {
  const list = useVimKeys();
  const dependencies = [columns, openId, isNew, sort?.order];
  return (
    <div ref={list} data-list className={`@container ${roomFor(columns)}`}>
      <div className="overflow-x-auto rounded-lg border border-line bg-card cards:border-0 cards:bg-transparent print:overflow-visible">
        <Table
          aria-label={label}
          className="w-full border-collapse text-left cards:block"
          {...(sort ? sortingOf(columns, sort) : {})}
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
          <TableHeader className="cards:sr-only">
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
                allowsSorting={sort !== undefined && column.sortsBy !== undefined}
                className={`border-line border-b px-2.5 py-2 font-semibold text-ink-3 text-xs -outline-offset-2 ${column.end ? 'text-right' : ''} ${column.width ?? ''}`}
              >
                {({ allowsSorting, sortDirection }) => (
                  <ColumnLabel label={column.label} sorted={allowsSorting ? (sortDirection ?? 'none') : null} />
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={rows} dependencies={dependencies} className="cards:flex cards:flex-col cards:gap-2">
            {(row) => (
              <Row
                id={idOf(row)}
                textValue={textOf(row)}
                {...(hrefOf ? { href: hrefOf(row) } : {})}
                className={`h-11 cursor-pointer border-line border-b -outline-offset-2 last:border-b-0 hover:bg-sunken focus-visible:bg-brand-soft break-inside-avoid cards:grid cards:h-auto cards:grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] cards:gap-x-6 cards:gap-y-1.5 cards:rounded-lg cards:border! cards:bg-card cards:p-3 ${openId === idOf(row) ? 'row-open bg-brand-soft' : ''} ${isNew?.(row) ? 'arrived' : ''}`}
              >
                {selection ? (
                  <Cell className="px-2.5 py-1 -outline-offset-2 cards:col-span-full cards:p-0">
                    <RowCheckbox />
                  </Cell>
                ) : null}
                {columns.map((column) => (
                  <Cell
                    key={column.id}
                    className={`px-2.5 py-1 align-middle -outline-offset-2 cards:block cards:p-0 @max-[480px]:grid! @max-[480px]:grid-cols-[7rem_minmax(0,1fr)] @max-[480px]:items-baseline @max-[480px]:gap-x-3 ${column.end ? 'text-right cards:text-left' : ''}`}
                  >
                    <span aria-hidden className="hidden text-ink-3 text-xs cards:block">
                      {column.label}
                    </span>
                    <div className={`wrap-anywhere cards:min-w-0 ${column.width ? 'min-w-16' : 'min-w-40'}`}>
                      {column.cell(row)}
                    </div>
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Table>
      </div>
    </div>
  );

  function open(key: string): void {
    const row = rows.find((candidate) => idOf(candidate) === key);
    if (row) onOpen?.(row);
  }
}
