import { run } from '#scripts/launcher/run';

/** The base of "changed": the uncommitted changes, else the last commit. */
export async function changedSince(): Promise<string> {
  const { output } = await run('git', ['status', '--porcelain']);
  return output.trim() === '' ? 'HEAD~1' : 'HEAD';
}
