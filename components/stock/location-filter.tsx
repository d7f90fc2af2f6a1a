'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FilterChip } from '#components/ui/filter-chip';
import { locationsQuery } from '#lib/contract/access/settings-queries';

type Props = { readonly value: string | null; readonly onChange: (location: string | null) => void };

/** One of the locations that the reader may see; where there is only one there is nothing to choose. */
export function LocationFilter({ value, onChange }: Props) {
  const t = useTranslations('place');
  const places = useQuery(locationsQuery).data?.items ?? [];
  if (places.length < 2 && value === null) return null;
  return (
    <FilterChip
      label={t('place')}
      anyLabel={t('everywhere')}
      value={value}
      options={places.map(({ id, name }) => ({ id, label: name ?? id }))}
      onChange={onChange}
    />
  );
}
