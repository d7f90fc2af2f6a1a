import { route } from '#lib/http';
import { listNamelessPatients } from '#lib/views/directories/products';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'directories.edit' }, async ({ account }) => listNamelessPatients(account));
