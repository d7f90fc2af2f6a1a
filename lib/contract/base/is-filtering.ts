/** True where a filter leaves anything out. */
export function isFiltering(filter: object): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
