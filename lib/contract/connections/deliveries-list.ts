import { oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { deliveryStates } from '#lib/domain/connections/downstream';
import type { DeliveryRow } from './downstream.ts';

/** The messages sent or to be sent to one destination, newest first. The drawer that shows it has no headers to sort by; the API sorts both ways. */
export const deliveriesList = defineList({
  name: 'deliveries',
  path: '/api/subscriptions/{id}/deliveries',
  key: ['downstream', 'deliveries'],
  permission: 'downstream.read',
  row: rowType<DeliveryRow>(),
  filter: { state: oneOf(deliveryStates) },
  apiOnly: {},
  sort: { by: ['queued'], first: '-queued' },
});
