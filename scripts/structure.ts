import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { complaints, lowered, STRUCTURE_BASELINE } from '#scripts/structure/baseline';
import { readStructure } from '#scripts/structure/read-structure';
import { structureTable } from '#scripts/structure/table';

// `npm run structure` prints the figures of the house beside their bounds. `--write` lowers the bounds to what is better today, `--where <measure>` lists its places.
await command(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, where: { type: 'string' } } });
  const { bounds, rows } = await readStructure();
  if (values.where !== undefined) {
    const row = rows.find(({ measure }) => measure.name === values.where);
    if (row === undefined) throw new CannotStart(`No measure is called "${values.where}".`);
    console.log([...row.figure.places].sort().join('\n'));
    return;
  }
  console.log(structureTable(rows));
  if (values.write && rows.every(({ figure }) => Number.isFinite(figure.value))) {
    writeFileSync(STRUCTURE_BASELINE, `${JSON.stringify(lowered(rows), null, 2)}\n`);
    return;
  }
  const wrong = complaints(rows, bounds);
  if (wrong.length > 0) throw new CannotStart(`\n${wrong.join('\n')}`);
});
