import type { LinkPurpose } from '#lib/domain/access/account-link';
import type { Role } from '#lib/domain/base/scope';

/** An account as an admin sees it. */
export type AccountRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly inCharge: boolean;
  /** `{system}:{the sender's id}` */
  readonly prescriberIds: readonly string[];
  /** The locations where they work; none: everywhere. */
  readonly locationIds: readonly string[];
  /** `invited`: no password yet. */
  readonly state: 'active' | 'invited' | 'disabled';
  readonly lastSeenAt: string | null;
  /** Sessions that are open now. */
  readonly sessions: number;
  /** A one-time link that was handed out and not used. */
  readonly link: { readonly purpose: LinkPurpose; readonly expiresAt: string } | null;
  readonly version: number;
  /** The reader's own. */
  readonly self: boolean;
};

/** A link is shown this once; nobody can read it again. */
export type HandedOut = { readonly link: string; readonly expiresAt: string; readonly mailedTo: string | null };

export type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly inCharge?: boolean | undefined;
  readonly prescriberIds?: readonly string[] | undefined;
  readonly locationIds?: readonly string[] | undefined;
};

export type AccountEdit = {
  readonly [key in keyof Omit<NewAccount, 'email'>]?: NewAccount[key] | undefined;
} & {
  /** The version that was on the screen when it was edited. */
  readonly version: number;
};

/** The owner of a link, shown before they choose a password. */
export type LinkLook = {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly name: string;
  readonly tenantName: string;
  readonly expiresAt: string;
};
