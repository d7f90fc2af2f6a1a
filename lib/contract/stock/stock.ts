import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { RegisterKind } from '#lib/domain/register/register-book';
import type { ExpiryDecision } from '#lib/domain/stock/expiry-decision';
import type { LotHold } from '#lib/domain/stock/lot-hold';
import type { StockPart } from '#lib/domain/stock/stock-part';

export type PartAmount = { readonly part: StockPart; readonly quantity: string };

/** The stock in one unit, by its parts. */
export type UnitParts = { readonly unit: string | null; readonly parts: readonly PartAmount[] };

export type StockItemRow = {
  readonly id: string;
  readonly product: ProductRef;
  readonly locationId: string | null;
  readonly unit: string | null;
  /** The unit the item is kept in first; others never add to it. */
  readonly stock: readonly UnitParts[];
  /** In its unit; null where it is kept in several: then neither cover nor a reorder point is computed. */
  readonly usable: string | null;
  /** True where a delivery or a count ever reported the stock; else only movements out are recorded. */
  readonly known: boolean;
  readonly reorderPoint: string | null;
  readonly below: boolean;
  /** The origin of the warning: our recorded stock, or only a source's alert. */
  readonly belowBy: 'books' | 'alert' | null;
  /** The time of a source's last such alert, for the shelf as it is known now. */
  readonly belowSince: string | null;
  /** The dispensed quantity in 30 days, based on the last 90 or on the days since it is known, in the item's unit; null: nothing was. */
  readonly perMonth: number | null;
  /** Days it is known for, 90 at most. */
  readonly demandDays: number;
  readonly coverDays: number | null;
  readonly nextExpiry: string | null;
  /** The quantity that an alert observed; never a balance. */
  readonly observed: string | null;
  /** The difference to the present recorded stock, signed; null where it cannot be said. */
  readonly observedMore: string | null;
};

export type LotRow = {
  readonly id: string;
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly product: ProductRef;
  readonly expiryDate: string | null;
  /** Whole days from today; negative once it has passed. */
  readonly daysLeft: number | null;
  readonly hold: LotHold;
  readonly holdReason: string | null;
  readonly holdBy: string | null;
  /** The latest case that means it, by its name or as the same product's lot elsewhere. */
  readonly recall: { readonly id: string; readonly closed: boolean } | null;
  readonly stock: readonly UnitParts[];
  readonly unit: string | null;
  readonly known: boolean;
  readonly observed: string | null;
  /** The difference to its recorded stock, signed; null where it cannot be said. */
  readonly observedMore: string | null;
  /** The quantities likely and unlikely to be used before it expires; null where there is no date, or more than one unit. */
  readonly expectedUse: string | null;
  readonly atRisk: string | null;
  readonly decision: ExpiryDecision | null;
  readonly decisionOwner: string | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
};

/** One line of a lot's ledger, with what was there after it. `expected`: of a count, what the books said. */
export type MovementRow = {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly bucket: 'usable' | 'quarantine';
  readonly at: string;
  readonly quantity: string;
  readonly unit: string | null;
  readonly after: string;
  readonly expected: string | null;
  readonly detail: string | null;
};

export type AlertKind = 'reorder' | 'expiry' | 'recall' | 'countersign';

export type AlertRow = {
  readonly id: string;
  readonly kind: AlertKind;
  readonly state: 'open' | 'acknowledged' | 'healed';
  readonly raisedAt: string;
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
  readonly dispenseId: string | null;
  readonly product: ProductRef;
  readonly acknowledgedBy: string | null;
  readonly acknowledgeReason: string | null;
};

export type LotDetail = LotRow & {
  readonly movements: readonly MovementRow[];
  /** More movements than are shown. */
  readonly moreMovements: boolean;
  readonly alerts: readonly AlertRow[];
  readonly people: number;
};
