import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** A reply of a server or a program, and its meaning. Written after published forms, with invented names and hosts. */
export type Case = readonly [cause: EmailCauseWord, said: string];
