/** A person's id as a part of a path; three routes have none. */
const ofPerson = /^(\/api\/patients\/)(?!(?:nameless|search|import)(?:\/|$))[^/]+/;

/** The path of a request as the log may have it: without a patient's id. The audit log names the patient, under the same request id. */
export const loggedPath = (url: string): string => new URL(url).pathname.replace(ofPerson, '$1[id]');
