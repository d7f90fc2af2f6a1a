import type { WireFormatName } from '#lib/domain/system';
import type { WireFormat } from '#lib/domain/wire-format';
import { medicationService } from './medication-service.ts';
import { osigu } from './osigu.ts';
import { photon } from './photon.ts';
import { standard } from './standard.ts';

/** How each kind of sender signs and wraps, by the name that a source is configured with. */
export const wireFormats: Readonly<Record<WireFormatName, WireFormat>> = {
  osigu,
  photon,
  'medication-service': medicationService,
  standard,
};
