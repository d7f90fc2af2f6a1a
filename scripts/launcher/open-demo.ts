import type { PrismaClient } from '#lib/db/generated/client';
import { findOpenDemo, type OpenDemo } from '#lib/db/overview/open-demo';
import { demoNames } from '#prisma/demo-names';
import { CannotStart } from './cannot-start.ts';

const mostNamed = 3;

function counted(noun: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > mostNamed ? `, … ${names.length - mostNamed} more` : '';
  return [`${names.length} ${noun}${names.length === 1 ? '' : 's'} (${names.slice(0, mostNamed).join(', ')}${more})`];
}

/** The reason why nobody may be served from a database in which the demo is open; null: it is not. */
export function openDemoSentence({ accounts, sources }: OpenDemo): string | null {
  const found = [...counted('account', accounts), ...counted('source', sources)];
  if (found.length === 0) return null;
  return `The demo is off, but this database still lets its ${found.join(' and ')} in, whose passwords and secrets are published: close them with \`npm run demo:disable\` under the same settings, or start with SCRIPTLINE_DEMO=1 to show the demo.`;
}

/** Outside demo mode nobody gets in by what the README prints. @throws CannotStart */
export async function refuseOpenDemo(db: PrismaClient): Promise<void> {
  const sentence = openDemoSentence(await findOpenDemo(db, demoNames));
  if (sentence !== null) throw new CannotStart(sentence);
}
