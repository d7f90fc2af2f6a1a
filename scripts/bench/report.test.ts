import { expect, test } from 'vitest';
import type { BenchFigure } from './figure.ts';
import { markdown, table } from './report.ts';

const missed: BenchFigure = {
  ...{ section: 'ingest', what: 'ingest', against: 'an empty route', rounds: [0.5, 0.7, 0.6], unit: '×' },
  reach: { at: 'least', value: 0.85 },
};
const machine = { cpu: 'A processor', cores: 2, memoryGb: 8, system: 'linux 6', node: 'v24.0.0', postgres: '18.4' };

test('a figure that misses its reach says so wherever it is read', () => {
  expect(table([missed])).toMatch(/ingest +an empty route +0\.60 × +≥ 0\.85 × missed +3: 0\.50 × – 0\.70 ×/);
});

test('the page names the command and the machine, when each part ran and how busy it was, and has a row for each figure', () => {
  const kept = { ...missed, at: '2027-01-02T03:04:05.000Z', commit: 'abc1234', load: 9.66 };
  const page = markdown({ command: 'npm run bench --', machine, figures: [kept] });
  expect(page).toContain('`npm run bench -- --write`');
  expect(page).toContain('A processor, 2 cores, 8 GB');
  expect(page).toContain('ingest (2027-01-02 03:04, abc1234, load 9.7)');
  expect(page).toContain('| ingest | an empty route | 0.60 × | ≥ 0.85 × **missed** | 3: 0.50 × – 0.70 × |');
});
