import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest files first. A fresh clone has no memory of its runs: a slow file that began last would keep one core waiting for it. */
const longest = [
  'scripts/chaos/short.int.test.ts',
  'scripts/launcher/open-demo.int.test.ts',
  'lib/views/recalls/recalls.int.test.ts',
  'lib/processing/retention/purge.int.test.ts',
  'lib/processing/replays/any-order.int.test.ts',
  'lib/processing/replays/replay-run.int.test.ts',
  'lib/processing/replays/reinterpret.int.test.ts',
  'lib/processing/replays/replay-preview.int.test.ts',
  'lib/domain/ledger/any-order.test.ts',
  'lib/domain/recalls/notice/read-notice.test.ts',
  'scripts/launcher/start.int.test.ts',
  'lib/ingest/silent-database.int.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((file) => moduleId.endsWith(file));
  return at === -1 ? longest.length : at;
};

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
