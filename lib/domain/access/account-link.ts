/** What a one-time link is for. An invitation waits for somebody who may be away; a reset was asked for by somebody who is there. */
export const linkPurposes = ['invitation', 'reset'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export const linkHours = { invitation: 72, reset: 1 } as const satisfies Record<LinkPurpose, number>;

/** So many links somebody who forgot his password may have sent to himself within an hour. */
export const resetsPerHour = 3;
