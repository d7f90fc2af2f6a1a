import type { Case } from './case.ts';

export const yahoo: readonly Case[] = [
  [
    'address',
    "554 delivery error: dd This user doesn't have a yahoo.example account (ana@yahoo.example) [0] - mta1022.mail.bf1.yahoo.example",
  ],
  ['address', '554 delivery error: dd Not a valid recipient - mta4093.mail.ne1.yahoo.example'],
  ['address', '552 1 Requested mail action aborted, mailbox not found'],
  ['address', '550 MAILBOX NOT FOUND'],
  [
    'address',
    "554 30 Sorry, your message to ana@yahoo.example cannot be delivered. This mailbox doesn't exist. (554.30)",
  ],
  ['address', '550 5.1.1 ana@aim.example: Recipient address rejected: aim.example'],
  ['address', '550 5.1.1 Not our customer'],
  ['address', '501 5.1.3 Bad recipient address syntax'],
  [
    'mailbox',
    '554 delivery error: dd Sorry your message to ana@yahoo.example cannot be delivered. This account has been disabled or discontinued [#102]. - mta1',
  ],
  [
    'mailbox',
    '554 30 Sorry, your message to ana@yahoo.example cannot be delivered. This mailbox is disabled (554.30). - mta4',
  ],
  ['mailbox', '552 Quota violation for ana@yahoo.example'],
  ['mailbox', '554 delivery error: dd Requested mail action aborted: exceeded storage allocation - mta9'],
  ['mailbox', '552 5.3.4 Message too big, size limit 41943040'],
  ['mailbox', '554 5.2.2 mailbox full for <ana@aol.example>'],
  ['passing', '451 Resources temporarily unavailable. Please try again later [#4.16.1].'],
  ['passing', '450 User is receiving mail too quickly'],
  ['passing', '421 Message temporarily deferred - [10] numeric code. Please refer to help for details'],
  ['passing', '451 4.3.2 Internal server error'],
  ['passing', '452 temporary domain failure <ana@yahoo.example>'],
  [
    'refused',
    '421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
  ],
  [
    'refused',
    '421 4.7.1 [TS03] All messages from 192.0.2.10 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
  ],
  [
    'refused',
    "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.10, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/550-bl23.html",
  ],
  [
    'refused',
    '554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit the postmaster page [120]',
  ],
  ['refused', '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes'],
  ['refused', '521 5.2.1 :  AOL will not accept delivery of this message.'],
  [
    'refused',
    '554 5.7.1 (DYN:T1) http://postmaster.info.aol.example/errors/554dynt1.html: your IP reputation is too poor',
  ],
  ['refused', '554 5.7.1 : (HVU:B1) the URL contained in this message has generated a high volume of complaints'],
  [
    'refused',
    '521 5.2.1 : (CON:B1) http://postmaster.info.aol.example : The IP address has been blocked due to a spike in unfavorable statistics',
  ],
  [
    'sender',
    '554 5.7.9 Message not accepted for policy reasons: the DMARC policy of the From domain is reject and authentication failed',
  ],
  ['sender', '553 5.7.2 [TSS09] All messages from 192.0.2.10 are refused: no reverse DNS for the sending host'],
  ['sender', '421 Max message per connection reached, closing transmission channel'],
  ['sender', '451 4.7.1 Too many connections from your host, try later'],
  ['sender', '550 5.7.1 Mail from this IP rejected: invalid PTR record for 192.0.2.10'],
  ['sender', '554 5.7.1 Relay not permitted through this AOL host'],
];
