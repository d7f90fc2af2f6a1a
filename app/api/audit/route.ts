import { route } from '#lib/http';
import { auditFilter } from '#lib/http/ledger/audit-schema';
import { auditCsv, listAudit } from '#lib/views/ledger/audit';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'audit.read', query: auditFilter }, async ({ account, query, requestId }) => {
  const { format, ...asking } = query;
  return format === 'csv' ? auditCsv(account, asking, requestId) : listAudit(account, asking);
});
