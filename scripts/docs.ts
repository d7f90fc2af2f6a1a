import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { command } from '#scripts/command';
import { eventTableEnd, eventTableStart, withEventTable } from '#scripts/event-table';

const readme = new URL('../README.md', import.meta.url);

await command(async () => {
  const text = existsSync(readme)
    ? readFileSync(readme, 'utf8')
    : `# Scriptline\n\n## Events\n\n${eventTableStart}\n${eventTableEnd}\n`;
  writeFileSync(readme, withEventTable(text));
});
