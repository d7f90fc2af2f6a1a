import { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { listPrescriptions } from '#lib/views/prescriptions/prescription-list';
import { prescriptionCells } from '#lib/views/prescriptions/prescriptions-csv';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(prescriptionsList, listPrescriptions, prescriptionCells);
