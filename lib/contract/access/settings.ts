import type { Locale } from '#lib/domain/base/locale';
/** The settings of a tenant. */
export type Settings = {
  readonly version: number;
  readonly tenantId: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly locale: Locale;
  readonly pickUpDays: number;
  readonly countersignHours: number;
  readonly drugNamesInMail: boolean;
  /** Null: the tenant's own name. */
  readonly mailFromName: string | null;
  readonly resendBy: 'smtp' | 'webhook';
  readonly resendWebhookUrl: string | null;
  /** The secret itself is never shown again. */
  readonly hasWebhookSecret: boolean;
};

export type SettingsEdit = {
  readonly [key in keyof Omit<Settings, 'version' | 'tenantId' | 'hasWebhookSecret'>]?: Settings[key] | undefined;
} & {
  /** The version that was on the screen when it was edited. */
  readonly version: number;
  /** `whsec_…`, as the clinic's own system knows it. */
  readonly resendWebhookSecret?: string | undefined;
};

/** A location of the tenant's; `name` null: sources name it, nobody has here. */
export type LocationRow = { readonly id: string; readonly name: string | null; readonly people: number };
