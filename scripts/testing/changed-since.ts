import { run } from '#scripts/run';

/** What "changed" is measured from: what is not committed yet, else the last commit. */
export async function changedSince(): Promise<string> {
  const { output } = await run('git', ['status', '--porcelain']);
  return output.trim() === '' ? 'HEAD~1' : 'HEAD';
}
