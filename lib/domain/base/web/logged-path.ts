/** A person's id as a part of a path; the three are doors without one. */
const ofPerson = /^(\/api\/patients\/)(?!(?:nameless|search|import)(?:\/|$))[^/]+/;

/** The path of a request as the log may have it: without the id of a patient. Whose record it was is in the audit, under the same request id. */
export const loggedPath = (url: string): string => new URL(url).pathname.replace(ofPerson, '$1[id]');
