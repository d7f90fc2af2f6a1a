import { lookBody } from '#lib/http/access/access-schema';
import { openAct } from '#lib/http/base/public-mutation';
import { lookAtLink } from '#lib/views/access/access';

export const POST = openAct(lookBody, async ({ body }) => lookAtLink(body.token));
