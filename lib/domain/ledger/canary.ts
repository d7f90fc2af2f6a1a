/** The tenant's own source of self-tests, as `scriptline` is the one of people's actions: no vendor's, in no list of sources and in no figure of them. */
export const canarySource = 'canary';
/** The beginning of every tenant's key. */
export const canaryKey = 'canary-';
/** The wire name of a self-test: known to the catalogue, and changes nothing. */
export const canaryType = 'canary.sent';
