import { expect, test } from 'vitest';
import type { Settings } from '#lib/contract/access/settings';
import { editOf, typedOf, wrongIn } from './typed-settings.ts';

const base: Settings = {
  ...{ version: 3, tenantId: 'demo', name: 'Demo Clinic', timeZone: 'America/Guatemala', locale: 'en' },
  ...{ pickUpDays: 4, countersignHours: 24, drugNamesInMail: false, mailFromName: null },
  ...{ resendBy: 'smtp', resendWebhookUrl: null, hasWebhookSecret: false },
};
const typed = typedOf(base);
const secret = `whsec_${'a'.repeat(32)}`;

test('only what was changed is sent, with what was on the screen', () => {
  expect(editOf(typed, base)).toEqual({ version: 3 });
  expect(editOf({ ...typed, pickUpDays: '7', mailFromName: ' Front desk ' }, base)).toEqual({
    ...{ version: 3, pickUpDays: 7, mailFromName: 'Front desk' },
  });
  expect(editOf({ ...typed, resendWebhookSecret: secret }, base)).toEqual({ version: 3, resendWebhookSecret: secret });
});

test.each([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ timeZone: 'Guatemala' }, ['timeZone']],
  [{ pickUpDays: '0' }, ['pickUpDays']],
  [{ pickUpDays: '91' }, ['pickUpDays']],
  [{ countersignHours: 'a day' }, ['countersignHours']],
  [{ resendBy: 'webhook' as const }, ['resendWebhookUrl']],
  [{ resendWebhookUrl: 'somewhere' }, ['resendWebhookUrl']],
  [{ resendWebhookSecret: 'short' }, ['resendWebhookSecret']],
  [{ resendBy: 'webhook' as const, resendWebhookUrl: 'https://a.example/x', resendWebhookSecret: secret }, []],
])('%j: cannot be saved for %j', (change, fields) => {
  expect(wrongIn({ ...typed, ...change })).toEqual(fields);
});
