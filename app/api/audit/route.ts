import { auditList } from '#lib/contract/ledger/audit-list';
import { auditCells, listAudit } from '#lib/views/ledger/audit';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(auditList, listAudit, auditCells);
