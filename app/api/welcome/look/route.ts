import { lookBody } from '#lib/http/access-bodies';
import { openAct } from '#lib/http/open-act';
import { lookAtLink } from '#lib/views/access';

export const POST = openAct(lookBody, async ({ body }) => lookAtLink(body.token));
