import { route } from '#lib/http';
import { noticeBody } from '#lib/http/recall-bodies';
import { matchPastedNotice } from '#lib/views/match-notice';

export const POST = route({ permission: 'recalls.act', body: noticeBody }, async ({ account, body }) =>
  matchPastedNotice(account, body.text),
);
