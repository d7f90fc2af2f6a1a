import { lookBody } from '#lib/http/access/access-schema';
import { publicMutation } from '#lib/http/base/public-mutation';
import { lookAtLink } from '#lib/views/access/access';

export const POST = publicMutation(lookBody, async ({ body }) => lookAtLink(body.token));
