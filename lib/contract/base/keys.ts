import type { RegisterFilter } from '#lib/contract/register/register';

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
  patients: () => ['patients', 'list'] as const,
  nameless: () => ['patients', 'nameless'] as const,
  patient: (id: string) => ['patient', id] as const,
  namelessCodes: () => ['products', 'nameless'] as const,
  recallCount: ['recalls', 'count'] as const,
  recall: (id: string) => ['recall', id, 'detail'] as const,
  recallPeople: (id: string, show: string) => ['recall', id, 'people', show] as const,
  recallLog: (id: string) => ['recall', id, 'log'] as const,
  register: (filter: RegisterFilter) => ['register', 'entries', filter] as const,
  registerSubstances: (location: string | null) => ['register', 'substances', location] as const,
  pharmacy: (list: string, filter: object) => ['pharmacy', list, filter] as const,
  replay: (id: string) => ['replay', id, 'detail'] as const,
  deadLetter: (seq: number) => ['dead-letters', 'one', seq] as const,
  readableIgnored: ['dead-letters', 'ignored'] as const,
  breakGlass: ['break-glass', 'own'] as const,
  settings: ['settings', 'tenant'] as const,
  places: ['settings', 'places'] as const,
  retention: ['retention'] as const,
  purgePreview: ['retention', 'preview'] as const,
  sources: ['sources'] as const,
  subscriptions: ['downstream', 'subscriptions'] as const,
  names: (filter: object) => ['names', filter] as const,
  event: (seq: number) => ['event', String(seq)] as const,
};

/** The content of a `change` message of the live stream: keys that went stale, and the server's time. */
export type LiveChange = { readonly keys: readonly (readonly string[])[]; readonly at: string };
