import type { JsonObject } from '#lib/domain/base/json/json';
import type { SettledMeaning } from '#lib/domain/ledger/meaning';

/**
 * The kinds of facts that a hospital mostly subscribes to, each by the names that sources give it. The first is the reliable signal to
 * charge an encounter by.
 */
export const downstreamChoices = [
  {
    id: 'issued',
    types: ['prescription.issued', 'medication.prescription.signed.v1', 'photon:prescription:created'],
  },
  { id: 'not_delivered', types: ['prescription.email_failed'] },
  {
    id: 'dispensed',
    types: ['medication.dispensing.completed.v1', 'medication.dispensing.partial.v1', 'dispensing.completed'],
  },
  {
    id: 'ended',
    types: ['medication.prescription.discontinued.v1', 'photon:prescription:canceled', 'photon:prescription:expired'],
  },
  { id: 'recalled', types: ['medication.inventory.recall_triggered.v1'] },
] as const;

/** True for a message of the outbox that is a delivery to a subscription: its id shows it. */
export const deliveryPrefix = 'dlv_';

/** A test of the subscription, asked for by an admin. */
export const downstreamTestType = 'scriptline.subscription.test';

const issuing: ReadonlySet<string> = new Set(downstreamChoices[0].types);

export const subscriptionStates = ['active', 'paused'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** The state of a delivery. `held`: its subscription is paused. */
export const deliveryStates = ['queued', 'sending', 'accepted', 'failed', 'held'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

type Known = Pick<SettledMeaning, 'seq' | 'type' | 'factKey' | 'subjects'>;

function subjectOf({ subjects }: Known, kind: string): string | null {
  return subjects.find((subject) => subject.kind === kind)?.id ?? null;
}

export function prescriptionOf(event: Known): string | null {
  return subjectOf(event, 'prescription');
}

/**
 * The key that makes two events one signal: the issue of a prescription is signaled once for each prescription, any other fact once, under
 * whichever of its names it came and however often; a fact without a key is signaled for each event.
 */
export function signalKey(event: Known): string {
  const prescription = prescriptionOf(event);
  if (issuing.has(event.type) && prescription !== null) return `issued:${prescription}`;
  return `${event.type}|${event.factKey ?? `event:${event.seq}`}`;
}

/** The prescription's known data at that time. */
export type KnownPrescription = { readonly code: string | null; readonly encounterId: string | null };

const bare = (id: string | null) => (id === null ? null : id.slice(id.indexOf(':') + 1));

/**
 * The body of a delivery: what happened, to which record, when. Ids, a code and a time; never a name, an address or an amount. Every key is there,
 * null where nothing is known, and the same bytes go at every try.
 */
export function deliveryBody(
  event: Known & { readonly at: string; readonly messageId: string },
  prescription: KnownPrescription | undefined,
): JsonObject {
  const id = prescriptionOf(event);
  return {
    type: event.type,
    timestamp: event.at,
    data: {
      eventId: event.messageId,
      system: id === null ? null : id.slice(0, id.indexOf(':')),
      prescriptionId: bare(id),
      prescriptionCode: prescription?.code ?? null,
      encounterId: prescription?.encounterId ?? null,
      dispenseId: bare(subjectOf(event, 'dispense')),
      recallId: bare(subjectOf(event, 'recall')),
      occurredAt: event.at,
    },
  };
}
