import type { AddressValues } from '#lib/contract/base/list-address';

/** The parts of the screen of access; the address names the one that is open. */
export const accessTabs = ['accounts', 'log', 'break-glass'] as const;
export type AccessTab = (typeof accessTabs)[number];

export const accessTabOf = (value: AddressValues[string]): AccessTab =>
  accessTabs.find((tab) => tab === value) ?? 'accounts';
