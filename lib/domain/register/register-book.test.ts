import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add } from '#lib/domain/base/decimal';
import { type RegisterFact, runBook } from './register-book.ts';

const key = { stockItemId: 'medication:stk_1', lotNumber: 'A', bucket: 'usable', unit: 'tablet' };
const fact = (id: string, minute: number, quantity: string | null, more: Partial<RegisterFact> = {}): RegisterFact => ({
  ...{ id, kind: 'dispense', substance: 'MORPH', key, quantity },
  at: new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString(),
  ...more,
});
const lines = (facts: readonly RegisterFact[], openings: Parameters<typeof runBook>[0] = []) =>
  runBook(openings, facts).map(({ fact: { id }, before, after, gaps }) =>
    `${id} ${before} → ${after} ${gaps.join()}`.trimEnd(),
  );

const anyFacts = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 60 }).map((n) => `e${n}`),
      minute: fc.integer({ min: 0, max: 8 }),
      quantity: fc.oneof(fc.integer({ min: -9, max: 9 }).map(String), fc.constant(null)),
      count: fc.boolean(),
      substance: fc.constantFrom('MORPH', 'FENT'),
      lotNumber: fc.constantFrom('A', 'B'),
      unit: fc.constantFrom('tablet', 'ml'),
    })
    .map(({ id, minute, quantity, count, substance, lotNumber, unit }) =>
      fact(id, minute, count && quantity !== null ? String(Math.abs(Number(quantity))) : quantity, {
        ...{ substance, key: { ...key, lotNumber, unit } },
        kind: count ? 'count' : 'dispense',
      }),
    ),
  { selector: ({ id }) => id, maxLength: 20 },
);

test('the running balances are the same in whatever order the entries arrived', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })),
      ),
      ([facts, shuffled]) => {
        expect(runBook([], shuffled)).toEqual(runBook([], facts));
      },
    ),
  );
});

test('each line starts where the last one of its substance and unit ended, and its in and out make the difference', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const last = new Map<string, string>();
      for (const line of runBook([], facts)) {
        const name = `${line.fact.substance} ${line.fact.key.unit}`;
        expect(line.before).toBe(last.get(name) ?? '0');
        expect(add(line.before, line.in ?? (line.out === null ? '0' : `-${line.out}`))).toBe(line.after);
        last.set(name, line.after);
      }
    }),
  );
});

test('a page that opens with what went before it reads as the whole book does', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(20), (facts, cut) => {
      const whole = runBook([], facts);
      const opening = new Map<string, { substance: string; key: typeof key; quantity: string }>();
      for (const { fact: done } of whole.slice(0, cut)) {
        const name = JSON.stringify([done.substance, done.key]);
        const balance = opening.get(name)?.quantity ?? '0';
        const quantity =
          done.quantity === null ? balance : done.kind === 'count' ? done.quantity : add(balance, done.quantity);
        opening.set(name, { substance: done.substance, key: { ...key, ...done.key }, quantity });
      }
      const rest = whole.slice(cut);
      expect(
        runBook(
          [...opening.values()],
          rest.map(({ fact: one }) => one),
        ),
      ).toEqual(rest);
    }),
  );
});

test('a count sets its lot and says what it found; a late dispense before it changes the difference, not what follows', () => {
  const facts = [
    fact('in', 1, '30', { kind: 'receipt' }),
    fact('count', 9, '20', { kind: 'count' }),
    fact('out', 10, '-5'),
  ];
  expect(lines(facts)).toEqual(['in 0 → 30', 'count 30 → 20 difference', 'out 20 → 15']);
  expect(lines([...facts, fact('late', 2, '-10')])).toEqual([
    ...['in 0 → 30', 'late 30 → 20', 'count 20 → 20', 'out 20 → 15'],
  ]);
});

test('gaps are shown and nothing is hidden: no quantity, no stock item, more out than in', () => {
  const unplaced = { key: { ...key, stockItemId: '' } };
  expect(lines([fact('a', 1, null), fact('b', 2, '-3', unplaced), fact('c', 3, '-1')])).toEqual([
    'a 0 → 0 unmeasured',
    'b 0 → -3 unplaced,negative',
    'c -3 → -4 negative',
  ]);
});
