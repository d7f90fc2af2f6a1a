import type { Scope } from '#lib/domain/base/scope';

/** The locations that the account's lists are limited to; undefined: everywhere. */
export function ownLocations({ locationIds }: Pick<Scope, 'locationIds'>): readonly string[] | undefined {
  return locationIds && locationIds.length > 0 ? locationIds : undefined;
}
