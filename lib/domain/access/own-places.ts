import type { Scope } from '#lib/domain/base/scope';

/** The places that the asker's lists are of; undefined: everywhere. */
export function ownPlaces({ locationIds }: Pick<Scope, 'locationIds'>): readonly string[] | undefined {
  return locationIds && locationIds.length > 0 ? locationIds : undefined;
}
