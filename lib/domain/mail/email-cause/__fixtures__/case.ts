import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** What a server or a program said, and what it meant. Written after published forms, with invented names and hosts. */
export type Case = readonly [cause: EmailCauseWord, said: string];
