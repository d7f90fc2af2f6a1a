'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';

type Pages = {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
};

/** Below a list of pages: asks for the next one as long as there is one. `className` sets it apart where its parent leaves no gap. */
export function MoreRows({ query, className = 'mt-4' }: { readonly query: Pages; readonly className?: string }) {
  const t = useTranslations('list');
  if (!query.hasNextPage) return null;
  return (
    <div className={`no-print flex justify-center ${className}`}>
      <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
        {t(query.isFetchingNextPage ? 'loading' : 'more')}
      </Button>
    </div>
  );
}
