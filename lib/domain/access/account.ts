import type { Locale } from '#lib/domain/base/locale';
import type { Scope } from '#lib/domain/base/scope';

/** The person behind a live session. */
export type Account = {
  readonly scope: Scope;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly tenantName: string;
  /** IANA name of the tenant's zone. */
  readonly timeZone: string;
  /** The account's language, else the tenant's. */
  readonly locale: Locale;
};
