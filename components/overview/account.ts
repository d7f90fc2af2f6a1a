import type { Role } from '#lib/domain/base/scope';

/** The signed-in account, as the shell shows it. */
export type ShellAccount = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly inCharge: boolean;
  readonly tenantName: string;
  readonly timeZone: string;
  /** With an inbox of its own, in place of outgoing email. */
  readonly demo: boolean;
};
