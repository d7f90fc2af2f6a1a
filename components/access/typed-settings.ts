import type { Settings, SettingsEdit } from '#lib/contract/access/settings';
import type { Locale } from '#lib/domain/base/locale';
import { isTimeZone } from '#lib/domain/base/time/time-zone';

/** The form's fields as they are typed. */
export type TypedSettings = {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly pickUpDays: string;
  readonly countersignHours: string;
  readonly drugNamesInMail: boolean;
  readonly mailFromName: string;
  readonly resendBy: 'smtp' | 'webhook';
  readonly resendWebhookUrl: string;
  /** Blank: stays as it is. */
  readonly resendWebhookSecret: string;
};

export function typedOf(settings: Settings): TypedSettings {
  const { name, timeZone, locale, drugNamesInMail, resendBy } = settings;
  return {
    ...{ name, timeZone, locale, drugNamesInMail, resendBy },
    pickUpDays: String(settings.pickUpDays),
    countersignHours: String(settings.countersignHours),
    mailFromName: settings.mailFromName ?? '',
    resendWebhookUrl: settings.resendWebhookUrl ?? '',
    resendWebhookSecret: '',
  };
}

const within = (text: string, least: number, most: number) => /^\d{1,4}$/.test(text) && +text >= least && +text <= most;

/** The fields that cannot be saved as they are. */
export function wrongIn(typed: TypedSettings): readonly (keyof TypedSettings)[] {
  const { resendWebhookUrl: url, resendWebhookSecret: secret } = typed;
  const byWebhook = typed.resendBy === 'webhook';
  const checks: readonly (readonly [keyof TypedSettings, boolean])[] = [
    ['name', typed.name.trim() !== ''],
    ['timeZone', isTimeZone(typed.timeZone)],
    ['pickUpDays', within(typed.pickUpDays, 1, 90)],
    ['countersignHours', within(typed.countersignHours, 1, 168)],
    ['resendWebhookUrl', url.trim() === '' ? !byWebhook : URL.canParse(url.trim())],
    ['resendWebhookSecret', secret === '' || /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(secret.trim())],
  ];
  return checks.flatMap(([field, good]) => (good ? [] : [field]));
}

/** The fields that differ from the settings the form was filled from. */
export function editOf(typed: TypedSettings, base: Settings): SettingsEdit {
  const optional = (text: string) => (text.trim() === '' ? null : text.trim());
  const { version, tenantId: _tenant, hasWebhookSecret: _secret, ...before } = base;
  const after: Omit<Settings, 'version' | 'tenantId' | 'hasWebhookSecret'> = {
    ...{ name: typed.name.trim(), timeZone: typed.timeZone, locale: typed.locale },
    ...{ pickUpDays: +typed.pickUpDays, countersignHours: +typed.countersignHours },
    ...{ drugNamesInMail: typed.drugNamesInMail, mailFromName: optional(typed.mailFromName) },
    ...{ resendBy: typed.resendBy, resendWebhookUrl: optional(typed.resendWebhookUrl) },
  };
  const changed = Object.entries(after).filter(([field, value]) => Reflect.get(before, field) !== value);
  const secret = typed.resendWebhookSecret.trim();
  return { version, ...Object.fromEntries(changed), ...(secret === '' ? {} : { resendWebhookSecret: secret }) };
}
