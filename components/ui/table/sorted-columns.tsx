import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { SortDescriptor } from 'react-aria-components/Table';
import type { TableColumn, TableSort } from './data-table.tsx';

const descending = (order: string): boolean => order.startsWith('-');
const columnOf = (order: string): string => order.replace(/^-/, '');

/** Returns the properties by which a table shows its order and requests another one. A column that was not sorted by begins as the list's own order does. */
export function sortingOf<T>(columns: readonly TableColumn<T>[], { order, onSort }: TableSort) {
  const current = columns.find(({ sortsBy }) => sortsBy === columnOf(order));
  const sortDescriptor: SortDescriptor | undefined = current && {
    column: current.id,
    direction: descending(order) ? 'descending' : 'ascending',
  };
  return {
    ...(sortDescriptor ? { sortDescriptor } : {}),
    onSortChange: ({ column, direction }: SortDescriptor) => {
      const by = columns.find(({ id }) => id === column)?.sortsBy;
      if (by !== undefined) onSort(direction === 'descending' ? `-${by}` : by);
    },
  };
}

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown } as const;

/** The name of a column; where the list can be sorted by it, with an arrow that says whether and how it is. */
export function ColumnLabel({
  label,
  sorted,
}: {
  readonly label: string;
  readonly sorted: keyof typeof arrows | null;
}) {
  if (sorted === null) return label;
  const Arrow = arrows[sorted];
  return (
    <span className="inline-flex cursor-pointer items-center gap-1">
      {label} <Arrow aria-hidden className={`size-3.5! ${sorted === 'none' ? 'text-ink-3' : 'text-ink'}`} />
    </span>
  );
}
