import { getRequestConfig } from 'next-intl/server';
import { currentLocale } from './current-locale.ts';
import { formats } from './formats.ts';
import { languageTags } from './locale.ts';
import { screenWords } from './screen-words.ts';

/** The settings of next-intl on the server. The tenant's zone is set by the console's layout; without an account times are in UTC. */
export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale: languageTags[locale], messages: screenWords(locale), formats, timeZone: 'UTC', now: new Date() };
});
