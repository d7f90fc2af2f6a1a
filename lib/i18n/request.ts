import { getRequestConfig } from 'next-intl/server';
import { languages } from '#lib/domain/base/locale';
import { screenWords } from './catalogs.ts';
import { currentLocale } from './current-locale.ts';
import { formats } from './formats.ts';

/** The settings of next-intl on the server. The tenant's zone is set by the console's layout; without an account times are in UTC. */
export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale: languages[locale].tag, messages: screenWords[locale], formats, timeZone: 'UTC', now: new Date() };
});
