/** Real replies of receiving servers and providers, in their own various forms, about an address that replaces `{to}`. */
export const smtpReplies: readonly string[] = [
  '550 5.1.1 <{to}>: Recipient address rejected: User unknown in virtual mailbox table',
  '550 mailbox not found',
  '550 5.1.1 The email account that you tried to reach does not exist. Please check for typing errors.',
  '550 5.1.2 Host not found: exmaple.test',
  '511 5.1.1 usuario desconocido',
  '552 5.2.2 Mailbox full',
  '452 4.2.2 <{to}> over quota, please try again later',
  '554 5.2.1 The account has been disabled',
  '554 5.7.1 Message rejected: looks like spam to our content filter',
  '550 5.7.1 Client host [192.0.2.14] blocked: listed at bl.example.test',
  '450 4.7.1 <{to}>: Recipient address rejected: Greylisted, retry in 300 seconds',
  '550 5.7.26 Unauthenticated mail from example.org is not accepted due to the domain DMARC policy',
  '550 relay denied',
  '421 4.4.1 Connection timed out',
  '451 4.3.0 Temporary server error, try again later',
  'Mail delivery failed',
];
