import { parseArgs } from 'node:util';
import { fallbackLocale, isLocale, type Locale, locales, readLocale } from '#lib/domain/base/locale';
import { CannotStart } from '#scripts/launcher/cannot-start';

export type TenantArguments = {
  readonly tenantId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly wireIds: readonly string[];
  readonly admin: { readonly email: string; readonly name: string };
};

type Rules = {
  readonly isEmailAddress: (text: string) => boolean;
  readonly isTimeZone: (name: string) => boolean;
};

const usage = `npm run tenant:create -- --id clinic --name "The clinic" --zone America/Guatemala --admin somebody@clinic.example [--admin-name "Some Body"] [--language ${locales.join('|')}] [--wire-id ten_clinic]…`;

/** The arguments of `tenant:create`. @throws CannotStart naming everything that is missing or wrong */
export function tenantArguments(args: readonly string[], { isEmailAddress, isTimeZone }: Rules): TenantArguments {
  const { id = '', name = '', zone = '', admin = '', ...more } = read(args);
  const language = more.language ?? fallbackLocale;
  const email = admin.trim().toLowerCase();
  const faults = [
    /^[a-z0-9][a-z0-9-]{0,39}$/.test(id) ? [] : '--id must be 1 to 40 small letters, digits and hyphens.',
    name.trim().length > 0 && name.length <= 120 ? [] : '--name must say what the tenant is called.',
    isTimeZone(zone) ? [] : '--zone must be the IANA name of a time zone, such as America/Guatemala.',
    isEmailAddress(email) ? [] : '--admin must be the email address of the first admin.',
    isLocale(language) ? [] : `--language must be ${locales.join(' or ')}.`,
  ].flat();
  if (faults.length > 0) throw new CannotStart([...faults, '', usage].join('\n'));
  return {
    ...{ tenantId: id, name: name.trim(), timeZone: zone, locale: readLocale(language) },
    wireIds: more['wire-id'] ?? [],
    admin: { email, name: more['admin-name']?.trim() || (email.split('@')[0] ?? email) },
  };
}

function read(args: readonly string[]) {
  const word = { type: 'string' } as const;
  const options = {
    ...{ id: word, name: word, zone: word, admin: word, 'admin-name': word, language: word },
    'wire-id': { type: 'string', multiple: true },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new CannotStart([error instanceof Error ? error.message : String(error), '', usage].join('\n'));
  }
}
