import { termsOf } from '#lib/domain/base/terms';
import { entered } from '#lib/domain/directories/directory';
import { flag, type Row, text } from '#lib/domain/ledger/fold';
import { countedDispenses, fillOf, type ItemFill, unlistedVisits } from './fill.ts';
import type { PrescriptionParts } from './prescription-parts.ts';
import type { EmailCauseWord, EmailState, PrescriptionState } from './prescription-state.ts';
import { emailCauses } from './prescription-state.ts';

/**
 * The fields of a prescription that lists and filters read. A pure function of its rows, so that it is the same after any order of events
 * and any rebuild.
 */
export type PrescriptionSummary = {
  readonly state: PrescriptionState;
  readonly emailState: EmailState;
  readonly emailAddress: string | null;
  readonly emailCause: EmailCauseWord | null;
  readonly fillItems: readonly ItemFill[];
  readonly updatedAt: string;
  readonly terms: readonly string[];
};

const liveOrder = ['created', 'placed', 'rerouted', 'fulfillment', 'error'];

function inProgress(parts: PrescriptionParts): boolean {
  const counter = [...parts.dispensations.values()].some((row) => text(row, 'state') === 'started');
  return counter || parts.orders.some((row) => liveOrder.includes(text(row, 'state') ?? ''));
}

function filled(parts: PrescriptionParts, fills: readonly ItemFill[]): 'all' | 'part' | 'none' {
  if (unlistedVisits(parts).length > 0) return 'all';
  const dispenses = countedDispenses(parts);
  if (dispenses.length === 0) return 'none';
  const judged = fills.length > 0 && fills.every((fill) => fill.complete !== null);
  if (judged) return fills.every((fill) => fill.complete) ? 'all' : 'part';
  // The prescribed quantity is not known in the same unit: the dispenser's own statement decides.
  return dispenses.some((row) => flag(row, 'partial') === false) ? 'all' : 'part';
}

/** The state by precedence (model.md, "Words"), without the passing of time: see `stateOn`. */
export function storedState(parts: PrescriptionParts, fills: readonly ItemFill[]): PrescriptionState {
  const written = text(parts.row, 'written');
  const fill = filled(parts, fills);
  if (written === 'canceled' || written === 'discontinued') return written;
  if (written === 'expired' && fill !== 'all') return 'expired';
  if (text(parts.row, 'hold') === 'held') return 'on_hold';
  if (fill === 'all') return 'dispensed';
  if (fill === 'part') return 'part_dispensed';
  if (inProgress(parts)) return 'in_progress';
  if (text(parts.row, 'queue') === 'queued') return 'queued';
  if (written === 'draft') return 'draft';
  return written === null ? 'unknown' : 'issued';
}

/** States that the passing of the expiration date no longer changes. */
export const settledStates = [
  'canceled',
  'discontinued',
  'expired',
  'dispensed',
] as const satisfies readonly PrescriptionState[];

/** The state as it reads on a day (`YYYY-MM-DD` in the tenant's zone): expired once the date has passed and not all was dispensed. */
export function stateOn(stored: PrescriptionState, expirationDate: string | null, today: string): PrescriptionState {
  const settled: readonly PrescriptionState[] = settledStates;
  return expirationDate !== null && expirationDate < today && !settled.includes(stored) ? 'expired' : stored;
}

type Reach = {
  readonly state: EmailState;
  readonly address: string | null;
  readonly cause: EmailCauseWord | null;
  readonly delivery: Row | undefined;
  /** The clinic's own system was asked to send, took the request, and has not said what became of it. */
  readonly passedOn: boolean;
};

/** A source's clock may be behind ours, and many give whole seconds only. */
const clockApart = 5 * 60_000;

/** True where an event dated before the request answers it: it is newer than the events known when the request was made. */
function answers(row: Row, askedAt: string, saidAt: string): boolean {
  const after = text(row, 'resendAfter');
  return after !== null && saidAt > after && Date.parse(askedAt) - Date.parse(saidAt) <= clockApart;
}

/**
 * The email status is that of the address on file: an address typed by a person of the clinic takes precedence over the source's latest, so
 * a late acceptance at a mistyped address settles nothing (model.md, "Email").
 */
export function emailReachOf(parts: PrescriptionParts): Reach {
  const address = text(parts.row, 'fileAddress') ?? text(parts.row, 'attemptedAddress');
  const delivery = parts.deliveries.find((row) => text(row, 'address')?.toLowerCase() === address?.toLowerCase());
  const known = text(delivery, 'state');
  const request = text(parts.row, 'resend') === 'requested' ? parts.row['resend'] : undefined;
  const settledAt = delivery?.['state']?.at;
  // Another address was put on file since: what is on its way goes to the old one.
  const elsewhere = (parts.row['fileAddress']?.at ?? '') > (request?.at ?? '');
  const passedOn = request !== undefined && (parts.row['passedOn']?.at ?? '') >= request.at;
  const answered =
    request &&
    settledAt !== undefined &&
    (settledAt >= request.at || (passedOn && answers(parts.row, request.at, settledAt)));
  if (request && !elsewhere && !answered) return { state: 'queued', address, cause: null, delivery, passedOn };
  const cause = emailCauses.find((word) => word === text(delivery, 'cause')) ?? null;
  const summary = { address, delivery, passedOn: false };
  if (known === 'failed') return { ...summary, state: 'failed', cause: cause ?? 'unknown' };
  return { ...summary, state: known === 'accepted' || known === 'uncertain' ? known : 'unknown', cause: null };
}

function newest(parts: PrescriptionParts): string {
  const rows = [parts.row, ...parts.items, ...parts.deliveries, ...parts.dispenses, ...parts.dispensations.values()];
  const all = [...rows, ...parts.returns, ...parts.overrides, ...parts.orders];
  return all.reduce((at, row) => (row['_'] && row['_'].at > at ? row['_'].at : at), '');
}

export function summarise(parts: PrescriptionParts): PrescriptionSummary {
  const fillItems = fillOf(parts);
  const reach = emailReachOf(parts);
  const words = parts.items.flatMap((item) => [text(item, 'display'), text(item, 'productCode')]);
  return {
    state: storedState(parts, fillItems),
    emailState: reach.state,
    emailAddress: reach.address,
    emailCause: reach.cause,
    fillItems,
    updatedAt: newest(parts),
    terms: termsOf([
      parts.id,
      parts.id.slice(parts.id.indexOf(':') + 1),
      text(parts.row, 'code'),
      text(parts.row, 'externalId'),
      entered(parts.row, 'encounterId'),
      ...words,
    ]),
  };
}
