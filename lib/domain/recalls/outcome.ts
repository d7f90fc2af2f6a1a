/** The result of an attempt to reach a person. The last three end it: the person knows, has brought it back, or cannot be reached (with the reason). */
export const contactOutcomes = ['left_message', 'no_answer', 'reached', 'returned', 'given_up'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** The result of a recall letter by email: a server's acceptance does not show that it was read. */
export const letterOutcomes = ['letter_queued', 'letter_uncertain', 'letter_failed', 'letter_accepted'] as const;
export type LetterOutcome = (typeof letterOutcomes)[number];

/** True for the outcome of a contact's entry: of an attempt, or of a letter. */
export function isRecordedOutcome(word: string): word is ContactOutcome | LetterOutcome {
  return [...contactOutcomes, ...letterOutcomes].some((one) => one === word);
}

export const endingOutcomes = ['reached', 'returned', 'given_up'] as const satisfies readonly ContactOutcome[];

export function endsContact(outcome: string | null): boolean {
  return endingOutcomes.some((one) => one === outcome);
}
