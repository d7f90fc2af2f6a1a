import type { Locale } from '#lib/domain/base/locale';
/** The sheet that a patient takes to the pharmacy, in their language: code as text and as a scannable code. */
export type Handover = {
  readonly prescriptionId: string;
  readonly language: Locale;
  readonly clinic: string;
  /** The code that the pharmacy finds it by; null where the source gives none. */
  readonly code: string | null;
  /** The path of the QR code's dark modules, one unit each, and its side in units. */
  readonly qr: { readonly path: string; readonly side: number } | null;
  readonly patient: string | null;
  readonly issued: string;
  readonly medicines: readonly { readonly name: string; readonly sig: string | null; readonly amount: string | null }[];
  readonly words: {
    readonly title: string;
    readonly forPatient: string;
    readonly number: string;
    readonly show: string;
    readonly pharmacy: string;
    readonly medicines: string;
    readonly scan: string;
    readonly printed: string;
    readonly keep: string | null;
  };
};
