import { ownSystem } from '#lib/domain/base/system';
import { canaryType } from '#lib/domain/ledger/canary';

/** The sending system of a type, for the name of its dead-letter queue. */
export function systemOfType(type: string): string {
  if (type.startsWith('photon:')) return 'photon';
  if (type.startsWith(`${ownSystem}.`) || type === canaryType) return ownSystem;
  return /^(prescription|dispensing|authorization|settlement)\./.test(type) ? 'osigu' : 'medication';
}
