import { route } from '#lib/http';
import { largestNotice, noticeBody } from '#lib/http/recalls/recall-schema';
import { matchPastedNotice } from '#lib/views/recalls/match-notice';

export const POST = route(
  { permission: 'recalls.act', body: noticeBody, largestBody: largestNotice },
  async ({ account, body }) => matchPastedNotice(account, body.text),
);
