import { route } from '#lib/http';
import { registerFilter } from '#lib/http/register/register-schema';
import { readRegister } from '#lib/views/register/register';
import { registerCsv } from '#lib/views/register/register-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'register.read', query: registerFilter },
  async ({ account, query, requestId }) => {
    const { format, ...asking } = query;
    return format === 'csv' ? registerCsv(account, asking, requestId) : readRegister(account, asking, requestId);
  },
);
