import { queryString } from '#lib/contract/base/request-json';
import type { FlowView, OpsAlertItem } from '#lib/contract/flow/flow';

/** The address of each number's very rows. */
export const eventsHref = (filter: Readonly<Record<string, string | null>>) => `/events${queryString(filter)}`;
export const lettersHref = (source: string) => `/dead-letters${queryString({ source, state: 'open' })}`;
export const detailsHref = (source: string) => `/flow${queryString({ open: source })}`;

/** The rows behind an incident, where there are any. */
export function incidentHref({ kind, source }: OpsAlertItem, view: Pick<FlowView, 'from'>): string | null {
  if (kind === 'canary-lost') return eventsHref({ source: 'canary' });
  if (kind === 'queue-old') return eventsHref({ status: 'received' });
  if (source === null) return null;
  if (kind === 'dead-letters-rising') return lettersHref(source.key);
  if (kind === 'lag') return eventsHref({ source: source.key, from: view.from });
  return detailsHref(source.key);
}
