import { route } from '#lib/http';
import { listNamelessCodes } from '#lib/views/directories/products';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'products.read' }, async ({ account }) => listNamelessCodes(account));
