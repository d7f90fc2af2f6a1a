import type { FilterOf, RowOf } from '#lib/contract/base/list';
import type { lists } from '#lib/contract/overview/lists';
import { systems } from '#lib/domain/base/system';
import { emailStates, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import {
  alertKinds,
  alertStates,
  countersignFilters,
  dispenseKinds,
  returnStates,
  reviewStates,
  stockShows,
} from '#lib/domain/stock/stock-filter';

export type Lists = typeof lists;

/** Ids of the demo that the rows of a list do not name. */
export type DemoIds = { readonly location: string; readonly substance: string; readonly recall: string };

/** Values of one field: some that the demo's rows match, and one that none does (a closed list of words may have none such). */
export type Sample<R> = {
  readonly some: (rows: readonly R[], demo: DemoIds) => readonly (string | null | undefined)[];
  readonly none: string | null;
};

export type Walk<D> = {
  readonly reader: 'doctor' | 'pharmacist' | 'admin';
  /** The screen that shows the list first; null: no screen asks for it with its HTML. */
  readonly page: string | null;
  /** The values that the screen requests when its address names none. */
  readonly first?: Readonly<Record<string, string>>;
  /** The demo has no row of it: only that all agree is asked. */
  readonly emptyInDemo?: true;
  readonly rowId: (row: RowOf<D>) => string;
  /** The column of the file that names the row; null: the list is no file. */
  readonly fileId: string | null;
  readonly samples: { readonly [K in keyof FilterOf<D>]-?: Sample<RowOf<D>> };
};

const nowhere = 'no-such';
const word = (words: readonly (string | number)[]): Sample<unknown> => ({ some: () => words.map(String), none: null });
const atLocation: Sample<unknown> = { some: (_, { location }) => [location], none: nowhere };
const afterColon = (id: string | null | undefined) => id?.slice(id.indexOf(':') + 1);

export const walks: { readonly [N in keyof Lists]: Walk<Lists[N]> } = {
  dispenses: {
    reader: 'pharmacist',
    page: '/dispenses',
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: {
      q: { some: ([row]) => [row?.id, afterColon(row?.id)], none: nowhere },
      lot: { some: (rows) => [rows.find(({ lot }) => lot !== null)?.lot], none: nowhere },
      location: atLocation,
      substance: { some: (_, { substance }) => [substance], none: nowhere },
      reviewed: word(reviewStates),
      kind: word(dispenseKinds),
      countersign: word(countersignFilters),
      stockItem: {
        some: (rows) => {
          const lotId = rows.find((row) => row.lotId !== null)?.lotId;
          return [lotId?.slice(0, lotId.indexOf('|'))];
        },
        none: nowhere,
      },
      controlled: word(['yes', 'no']),
      from: { some: (rows) => [rows.at(-1)?.at], none: '2999-01-01T00:00:00Z' },
      to: { some: () => ['2999-01-01T00:00:00Z'], none: '2001-01-01T00:00:00Z' },
    },
  },
  stock: {
    reader: 'pharmacist',
    page: '/stock',
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: {
      q: { some: ([row]) => [afterColon(row?.id), row?.product.name?.slice(0, 6)], none: nowhere },
      show: word(stockShows),
      location: atLocation,
    },
  },
  lots: {
    reader: 'pharmacist',
    page: '/expiry',
    first: { within: '30' },
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: {
      q: {
        some: (rows) => rows.flatMap(({ daysLeft, lotNumber }) => (daysLeft === null ? [] : [lotNumber])),
        none: nowhere,
      },
      within: word([0, 30, 60, 90, 3650]),
      decided: word(['yes', 'no']),
      location: atLocation,
      stockItem: { some: ([row]) => [row?.stockItemId], none: nowhere },
    },
  },
  alerts: {
    reader: 'pharmacist',
    page: '/alerts',
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: {
      kind: word(alertKinds),
      state: word(alertStates),
      location: atLocation,
      stockItemId: { some: (rows) => [rows.find((row) => row.stockItemId !== null)?.stockItemId], none: nowhere },
    },
  },
  returns: {
    reader: 'pharmacist',
    page: '/returns',
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: { state: word(returnStates), location: atLocation },
  },
  queue: { reader: 'pharmacist', page: '/queue', rowId: ({ id }) => id, fileId: 'id', samples: {} },
  'safety-checks': {
    reader: 'pharmacist',
    page: '/safety',
    emptyInDemo: true,
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: { state: word(['open', 'acknowledged']) },
  },
  recalls: {
    reader: 'pharmacist',
    page: '/recalls',
    rowId: ({ id }) => id,
    fileId: null,
    samples: { state: word(['open', 'closed']) },
  },
  prescriptions: {
    reader: 'doctor',
    page: '/prescriptions',
    rowId: ({ id }) => id,
    fileId: 'id',
    samples: {
      q: { some: ([row]) => [row?.code, afterColon(row?.id)], none: nowhere },
      state: word(prescriptionStates),
      email: word(emailStates),
      system: word(systems),
    },
  },
};
