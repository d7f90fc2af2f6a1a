import { dispensesList } from './dispenses/dispenses-list.ts';
import { queueList } from './dispenses/queue-list.ts';
import { returnsList } from './dispenses/returns-list.ts';
import { safetyChecksList } from './dispenses/safety-checks-list.ts';
import { prescriptionsList } from './prescriptions/prescriptions-list.ts';
import { recallsList } from './recalls/recalls-list.ts';
import { alertsList } from './stock/alerts-list.ts';
import { lotsList } from './stock/lots-list.ts';
import { stockItemsList } from './stock/stock-items-list.ts';

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
