import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { eventTableEnd, eventTableStart, withEventTable } from '#scripts/event-table';
import { command } from '#scripts/launcher/command';

const page = new URL('../docs/events.md', import.meta.url);

await command(async () => {
  const text = existsSync(page)
    ? readFileSync(page, 'utf8')
    : `# Event types\n\n${eventTableStart}\n${eventTableEnd}\n`;
  writeFileSync(page, withEventTable(text));
});
