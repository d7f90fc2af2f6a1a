import type { AuditFilter } from '#lib/contract/ledger/audit';
import type { EventFilter } from '#lib/contract/ledger/event';
import type { RegisterFilter } from '#lib/contract/register/register';
import type { DeadLetterFilter } from '#lib/domain/dead-letters/dead-letter-filter';

/** Query keys. The live stream names the first one or two parts; everything below them is refetched. */
export const keys = {
  prescription: (id: string, knownAt: string | null) => ['prescription', id, 'detail', knownAt] as const,
  timeline: (id: string, knownAt: string | null) => ['prescription', id, 'timeline', knownAt] as const,
  resends: (id: string) => ['prescription', id, 'resends'] as const,
  flow: ['flow', 'sources'] as const,
  opsAlerts: ['flow', 'alerts'] as const,
  opsRecipients: ['flow', 'recipients'] as const,
  followUps: ['follow-ups', 'list'] as const,
  followUpCount: ['follow-ups', 'count'] as const,
  incidents: ['incidents', 'list'] as const,
  incidentCount: ['incidents', 'count'] as const,
  unassigned: ['unassigned'] as const,
  events: (filter: EventFilter) => ['events', filter] as const,
  patients: () => ['patients', 'list'] as const,
  nameless: () => ['patients', 'nameless'] as const,
  patient: (id: string) => ['patient', id] as const,
  products: () => ['products', 'list'] as const,
  namelessCodes: () => ['products', 'nameless'] as const,
  recallCount: ['recalls', 'count'] as const,
  recall: (id: string) => ['recall', id, 'detail'] as const,
  recallPeople: (id: string, show: string) => ['recall', id, 'people', show] as const,
  recallLog: (id: string) => ['recall', id, 'log'] as const,
  register: (filter: RegisterFilter) => ['register', 'entries', filter] as const,
  registerSubstances: (location: string | null) => ['register', 'substances', location] as const,
  pharmacy: (list: string, filter: object) => ['pharmacy', list, filter] as const,
  replays: (state: string | null) => ['replays', state] as const,
  replay: (id: string) => ['replay', id, 'detail'] as const,
  replayRows: (id: string, list: string, filter: string | null) => ['replay', id, list, filter] as const,
  /** A preview's result does not change: it is not refetched while the run goes on. */
  replayDiff: (id: string, group: string | null) => ['replay-diff', id, group] as const,
  deadLetters: (what: 'groups' | 'rows', filter: DeadLetterFilter) => ['dead-letters', what, filter] as const,
  deadLetter: (seq: number) => ['dead-letters', 'one', seq] as const,
  readableIgnored: ['dead-letters', 'ignored'] as const,
  accounts: ['access', 'accounts'] as const,
  audit: (filter: AuditFilter) => ['audit', filter] as const,
  breakGlass: ['break-glass', 'own'] as const,
  glassReviews: (show: string) => ['break-glass', 'reviews', show] as const,
  settings: ['settings', 'tenant'] as const,
  places: ['settings', 'places'] as const,
  retention: ['retention'] as const,
  purgePreview: ['retention', 'preview'] as const,
  holds: ['retention', 'holds'] as const,
  purgeRuns: ['retention', 'runs'] as const,
  sources: ['sources'] as const,
  subscriptions: ['downstream', 'subscriptions'] as const,
  deliveries: (id: string, state: string | null) => ['downstream', 'deliveries', id, state] as const,
  encounters: ['downstream', 'encounters'] as const,
  names: (filter: object) => ['names', filter] as const,
  nameFacts: (filter: object) => ['names', 'facts', filter] as const,
  event: (seq: number) => ['event', String(seq)] as const,
};

/** The content of a `change` message of the live stream: keys that went stale, and the server's time. */
export type LiveChange = { readonly keys: readonly (readonly string[])[]; readonly at: string };
