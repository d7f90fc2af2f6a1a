import { signTest } from '#lib/commands/connections/send-test-event';
import { route } from '#lib/http';
import { sourceParams } from '#lib/http/connections/source-schema';
import { receiveWebhook } from '#lib/ingest/receive-webhook';

/** A signed sample goes through the very hops that a source's requests go through; their answers are the result. */
export const POST = route(
  { permission: 'sources.manage', params: sourceParams },
  async ({ account, params, requestId }) => {
    const { key, messageId, request } = await signTest(account, params.id, requestId);
    const receipt = await receiveWebhook(key, request);
    const none = { accepted: 0, duplicates: 0, quarantined: 0 };
    return { ...none, ...receipt, messageId };
  },
);
