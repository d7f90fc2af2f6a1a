import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';

type Props = {
  /** The first data of the screen; the id names this page's view in the audit. */
  readonly load: (queries: QueryClient, requestId: string) => readonly Promise<unknown>[];
  readonly children: ReactNode;
};

/** Sends a screen's first rows with the page. Data that can't be loaded here is fetched by the browser, which shows the error. */
export async function FirstLoad({ load, children }: Props) {
  const queries = new QueryClient();
  const requestId = (await headers()).get('x-request-id') ?? crypto.randomUUID();
  await Promise.allSettled(load(queries, requestId));
  return <HydrationBoundary state={dehydrate(queries)}>{children}</HydrationBoundary>;
}
