import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { rowId } from '#lib/domain/base/json/row-id';
import { maskedAddress } from '#lib/domain/base/web/masked-address';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { scalar, unlike } from './scalar.ts';
import { Unreadable } from './unreadable.ts';

/** The longest that SMTP can carry (RFC 5321). What a person typed wrongly is an address all the same: that is why it failed. */
const longest = 320;

export const address = scalar((value) => {
  if (typeof value !== 'string') return unlike('text', value);
  const written = value.trim();
  if (written.length > longest) return new Unreadable(`text of at most ${longest} characters`, 'longer text');
  return isStorableText(written) ? written : new Unreadable('text', 'text with characters that cannot be stored');
});

/** The whole address is in a fact of kind `email`. */
export const masked = maskedAddress;

/** The fields of an email that was accepted, and of one that was not (or may not have been). */
export const accepted = (at: string) => ({ state: 'accepted', lastAcceptance: 'accepted', acceptedAt: at }) as const;

export function failure<S extends 'failed' | 'uncertain'>(state: S): { state: S; firstFailure: S; lastFailure: S } {
  return { state, firstFailure: state, lastFailure: state };
}

/** The outcome of the email to one address (model.md, "Email"): case makes no other address. */
export function deliveryChange(
  prescriptionId: string,
  written: string,
  at: string,
  set: FieldsOf<'emailDelivery'>,
): Change {
  const lower = written.toLowerCase();
  return change('emailDelivery', rowId(prescriptionId, lower), at, { prescriptionId, address: lower, ...set });
}
