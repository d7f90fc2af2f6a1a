import { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { queueList } from '#lib/contract/dispenses/queue-list';
import { returnsList } from '#lib/contract/dispenses/returns-list';
import { safetyChecksList } from '#lib/contract/dispenses/safety-checks-list';
import { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { recallsList } from '#lib/contract/recalls/recalls-list';
import { alertsList } from '#lib/contract/stock/alerts-list';
import { lotsList } from '#lib/contract/stock/lots-list';
import { stockItemsList } from '#lib/contract/stock/stock-items-list';

/** Every list there is, by its name. */
export const lists = {
  alerts: alertsList,
  dispenses: dispensesList,
  lots: lotsList,
  prescriptions: prescriptionsList,
  queue: queueList,
  recalls: recallsList,
  returns: returnsList,
  'safety-checks': safetyChecksList,
  stock: stockItemsList,
} as const;
