import type { Json } from '#lib/domain/base/json/json';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import type { FollowUp } from './follow-up.ts';
import { claimed, deciders, ended, firstSettled, type SettledBy } from './settling.ts';

/** The order's progress after its error: its next good state, or its end; later ones add nothing new. */
function movedOn(order: Row, errorAt: string): SettledBy | null {
  const state = order['state'];
  if (!state || state.v === 'error') return null;
  const step = claimed(order['steps']).find((one) => one.slice(0, one.indexOf(' ')) > errorAt);
  const [at, word] = step?.split(' ') ?? [];
  if (at === undefined || at === state.at) return settledBy(state.v, state.at, state.by);
  return settledBy(word, at, null);
}

const settledBy = (word: Json | undefined, at: string, seq: number | null): SettledBy => ({
  ...{ at, seq },
  by: word === 'canceled' ? 'order_canceled' : 'order_moved',
});

function problemOf(parts: PrescriptionParts, order: Row): FollowUp | null {
  const error = order['lastError'];
  if (!error) return null;
  const over = firstSettled(movedOn(order, error.at), ended(parts));
  // The prescription had ended before.
  if (over && over.at < error.at) return null;
  return {
    kind: 'order_problem',
    since: error.at,
    troubleAt: error.at,
    dueFrom: null,
    settledAt: over?.at ?? null,
    settledBy: over?.by ?? null,
    why: deciders([error], over),
    detail: { reason: text(order, 'lastError') || null, pharmacy: text(order, 'pharmacyName') },
  };
}

/** An order of the prescription is in error. Of several orders the oldest open error is shown, else the one settled last. */
export function orderProblem(parts: PrescriptionParts): FollowUp | null {
  const problems = parts.orders.map((order) => problemOf(parts, order)).filter((one) => one !== null);
  const open = problems.filter(({ settledAt }) => settledAt === null);
  if (open.length > 0) return open.reduce((a, b) => (b.since < a.since ? b : a));
  return problems.reduce<FollowUp | null>((a, b) => (!a || (b.settledAt ?? '') > (a.settledAt ?? '') ? b : a), null);
}
