import type { OpsAlertKind } from '#lib/domain/flow/ops-alert';

type Said = {
  readonly source: string;
  readonly minutes: number;
  readonly count: number;
  readonly usual: number | null;
};

/** The words of notices to admins by email; the screen's own are with the screens'. */
export type NoticeWords = {
  readonly what: Readonly<Record<OpsAlertKind, (said: Said) => string>>;
  readonly opened: (said: { readonly clinic: string; readonly what: string }) => string;
  readonly recovered: (said: { readonly clinic: string; readonly what: string }) => string;
  readonly since: (said: { readonly at: string }) => string;
  readonly until: (said: { readonly from: string; readonly to: string }) => string;
  readonly look: string;
  readonly once: string;
  readonly test: (said: { readonly clinic: string }) => string;
  readonly testSaid: string;
  readonly why: (said: { readonly clinic: string }) => string;
};
