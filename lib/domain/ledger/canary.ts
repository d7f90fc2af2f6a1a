/** The tenant's own sender of canaries, as `scriptline` is the one of people's acts: no vendor's, in no list of sources and in no figure of them. */
export const canarySource = 'canary';
/** What the key of every tenant's begins with. */
export const canaryKey = 'canary-';
/** What a canary is called on the wire: known to the catalogue, and changes nothing. */
export const canaryType = 'canary.sent';
