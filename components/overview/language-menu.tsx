'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Globe } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { MenuButton } from '#components/ui/menu-button';
import { chooseLocale } from '#lib/i18n/choose-locale';
import { languageTags, locales } from '#lib/i18n/locale';

/** Each language is named in itself, so that its speakers can read it. */
const names = { en: 'English', es: 'Español' } as const;

/** `QueryClient` data holds words of the server too, so everything is fetched again. */
export function LanguageMenu() {
  const t = useTranslations('shell');
  const tag = useLocale();
  const locale = locales.find((each) => languageTags[each] === tag) ?? 'en';
  const router = useRouter();
  const queries = useQueryClient();
  const [changing, change] = useTransition();
  return (
    <MenuButton
      look="quiet"
      className="px-2 max-sm:w-8 max-sm:justify-center"
      label={t('language')}
      name={`${t('language')}: ${names[locale]}`}
      atEnd
      isDisabled={changing}
      choices={locales.map((id) => ({ id, label: names[id] }))}
      chosen={locale}
      onChoose={(id) =>
        change(async () => {
          await chooseLocale(id);
          router.refresh();
          await queries.invalidateQueries();
        })
      }
    >
      <Globe aria-hidden /> <span className="max-sm:hidden">{names[locale]}</span>
    </MenuButton>
  );
}
