import type { FieldsOf } from '#lib/domain/ledger/tables';

/** The lanes of a doctor's home, the most urgent first. */
export const followUpKinds = ['not_delivered', 'order_problem', 'not_picked_up', 'on_hold', 'recall'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** The prescription's register that holds the doctor's "not now" for a kind. */
export const snoozeField = {
  not_delivered: 'snoozedNotDelivered',
  order_problem: 'snoozedOrderProblem',
  not_picked_up: 'snoozedNotPickedUp',
  on_hold: 'snoozedOnHold',
  recall: 'snoozedRecall',
} as const satisfies Record<FollowUpKind, keyof FieldsOf<'prescription'>>;
