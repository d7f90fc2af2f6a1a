import type { Role } from '#lib/domain/base/scope';

/** What the shell says about who is signed in. */
export type ShellAccount = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly inCharge: boolean;
  readonly tenantName: string;
  readonly timeZone: string;
  /** With an inbox of its own, where mails would go out. */
  readonly demo: boolean;
};
