import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CannotStart } from '#scripts/cannot-start';
import { command } from '#scripts/command';
import { eventTable } from '#scripts/event-table';

const readme = new URL('../README.md', import.meta.url);
const start = '<!-- events:start -->';
const end = '<!-- events:end -->';

/** A README with the event table between its markers, whatever stood there before. */
export function withEventTable(text: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new CannotStart(`README.md needs the lines ${start} and ${end}, in this order, where the event table goes.`);
  return `${text.slice(0, from + start.length)}\n${eventTable()}\n${text.slice(to)}`;
}

if (import.meta.main) {
  await command(async () => {
    const text = existsSync(readme) ? readFileSync(readme, 'utf8') : `# Scriptline\n\n## Events\n\n${start}\n${end}\n`;
    writeFileSync(readme, withEventTable(text));
  });
}
