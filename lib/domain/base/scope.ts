export const roles = ['doctor', 'pharmacist', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The account and the tenant of a request. Every view and command takes one; it is made in one place, from the session. */
export type Scope = {
  readonly tenantId: string;
  readonly userId: string;
  readonly role: Role;
  /** A pharmacist in charge may release a lot, close a recall, correct the register. */
  readonly inCharge: boolean;
  /** The doctor's ids in the sending systems, `{system}:{id}`. */
  readonly prescriberIds: readonly string[];
  /** The ids of the locations where the person works: their lists show these only. Empty or left out: everywhere. */
  readonly locationIds?: readonly string[];
};
