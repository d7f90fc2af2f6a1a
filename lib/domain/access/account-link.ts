/** The purpose of a one-time link. An invitation waits for a person who may be away; a person who is there requests a reset. */
export const linkPurposes = ['invitation', 'reset'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export const linkHours = { invitation: 72, reset: 1 } as const satisfies Record<LinkPurpose, number>;

/** The number of links that one account may receive within an hour, for people who forgot their password. */
export const resetsPerHour = 3;
