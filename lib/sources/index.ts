import type { WireFormatName } from '#lib/domain/base/system';
import type { WireFormat } from '#lib/domain/ledger/wire-format';
import { medicationService } from './medication-service.ts';
import { osigu } from './osigu.ts';
import { photon } from './photon.ts';
import { standard } from './standard.ts';

/** The signing and wrapping of each kind of source, by the name that a source is configured with. */
export const wireFormats: Readonly<Record<WireFormatName, WireFormat>> = {
  osigu,
  photon,
  'medication-service': medicationService,
  standard,
};
