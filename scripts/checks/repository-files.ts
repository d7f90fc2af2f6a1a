import { globSync } from 'node:fs';
import { run } from '#scripts/launcher/run';

const NOT_OURS = ['node_modules/**', '.next/**', '.data/**', 'lib/db/generated/**'];

/** The files of the repository; of a downloaded copy without git, those that are not made. */
export async function repositoryFiles(): Promise<string[]> {
  const { code, output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  if (code === 0) return output.split('\n').filter(Boolean);
  return globSync('**/*', { exclude: NOT_OURS, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}
