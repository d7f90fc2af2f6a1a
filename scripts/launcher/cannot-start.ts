/** A reason not to go on that the person at the terminal can act on: one sentence, no stack. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

/** The words of an error whose cause the operating system names, for the end of a sentence. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === '53100') return 'the disk is full';
  if (code === 'EACCES' || code === 'EPERM') return 'the current user may not write there';
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a file of that name is in the way';
  return error.message;
}
