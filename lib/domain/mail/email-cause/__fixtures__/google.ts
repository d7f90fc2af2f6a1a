import type { Case } from './case.ts';

export const google: readonly Case[] = [
  [
    'address',
    "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. Learn more at\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser k12-20020a0 - gsmtp",
  ],
  ['address', '550 5.1.1 https://support.google.com/mail/?p=NoSuchUser ab1si2.33 - gsmtp'],
  [
    'address',
    "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. For more information, go to gmail.example",
  ],
  ['address', '553 5.1.3 The recipient address <ana..ruiz@gmail.example> is not a valid RFC 5321 address. - gsmtp'],
  [
    'address',
    "553-5.1.2 We weren't able to find the recipient domain. Please check for any\n553-5.1.2 spelling errors, and make sure you didn't enter any spaces, periods,\n553 5.1.2 or other punctuation after the recipient's email address. z9 - gsmtp",
  ],
  [
    'address',
    "DNS Error: 4711 DNS type 'mx' lookup of clinca.example responded with code NXDOMAIN Domain name not found: clinca.example",
  ],
  [
    'address',
    "Address not found. Your message wasn't delivered to ana@example.com because the address couldn't be found, or is unable to receive mail.",
  ],
  [
    'address',
    "Your message wasn't delivered to luis@clinca.example because the domain clinca.example couldn't be found. Check for typos or unnecessary spaces and try again.",
  ],
  [
    'mailbox',
    '452-4.2.2 The email account that you tried to reach is over quota. Please direct\n452-4.2.2 the recipient to\n452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp f5 - gsmtp',
  ],
  [
    'mailbox',
    "552-5.2.2 The recipient's inbox is out of storage space and inactive. Please\n552-5.2.2 direct the recipient to\n552 5.2.2  https://support.google.com/mail/?p=OverQuotaPerm s1 - gsmtp",
  ],
  ['mailbox', '552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm'],
  [
    'mailbox',
    '550-5.2.1 The email account that you tried to reach is disabled. Learn more at\n550 5.2.1  https://support.google.com/mail/?p=DisabledUser d4 - gsmtp',
  ],
  [
    'mailbox',
    '550 5.2.1 The email account that you tried to reach is inactive. For more information, go to https://support.google.com/mail/?p=DisabledUser',
  ],
  [
    'mailbox',
    "552-5.3.4 Your message exceeded Google's message size limits. To view our size\n552 5.3.4 limits guidelines, go to https://support.google.com/mail/?p=MaxSizeError",
  ],
  [
    'mailbox',
    "Recipient inbox full. Your message couldn't be delivered to ana@example.com. Their inbox is full, or it's getting too much mail right now.",
  ],
  [
    'passing',
    '450-4.2.1 The user you are trying to contact is receiving mail too quickly.\n450-4.2.1 Please resend your message at a later time. If the user is able to\n450 4.2.1 receive mail at that time, your message will be delivered. q2 - gsmtp',
  ],
  [
    'passing',
    '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. Please resend your message at a later time.',
  ],
  ['passing', '421 4.3.0 Temporary System Problem.  Try again later (10). h7 - gsmtp'],
  ['passing', '421 4.4.5 Server busy, try again later. - gsmtp'],
  ['passing', '451-4.3.0 Mail server temporarily rejected message. u3 - gsmtp'],
  ['passing', '451 4.4.2 Timeout - closing connection. x - gsmtp'],
  ['passing', '421 4.7.0 Try again later, closing connection. (EHLO) d2 - gsmtp'],
  ['passing', "DNS Error: DNS type 'mx' lookup of example.com responded with code SERVFAIL"],
  ['passing', 'The recipient server did not accept our requests to connect. [mx.example.com 192.0.2.4: timed out]'],
  [
    'passing',
    'Message not delivered. There was a temporary problem while delivering your message to ana@example.com. Gmail gave up trying after 46 hours.',
  ],
  [
    'refused',
    '550-5.7.1 [192.0.2.10      12] Our system has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,\n550-5.7.1 this message has been blocked. Please visit\n550 5.7.1  https://support.google.com/mail/?p=UnsolicitedMessageError b8 - gsmtp',
  ],
  [
    'refused',
    '550 5.7.1 [192.0.2.10] Our system has detected that this message is likely suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked.',
  ],
  [
    'refused',
    '421-4.7.0 [192.0.2.10 15] Our system has detected that this message is\n421-4.7.0 suspicious due to the nature of the content and/or the links within.\n421 4.7.0 To best protect our users from spam, the message has been blocked.',
  ],
  [
    'refused',
    '552-5.7.0 This message was blocked because its content presents a potential\n552-5.7.0 security issue. Please visit\n552 5.7.0  https://support.google.com/mail/?p=BlockedMessage to review our message content guidelines',
  ],
  ['refused', '550 5.7.1 This message violates example.com email policy. - gcdp n1 - gsmtp'],
  ['refused', '550 5.7.1 Messages missing a valid messageId header are not accepted. - gsmtp'],
  [
    'refused',
    '550 5.7.1 The user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent. Please contact your domain administrator for further details.',
  ],
  ['refused', '421-4.7.0 IP not in whitelist for RCPT domain, closing connection. - gsmtp'],
  [
    'refused',
    'Message blocked. Your message to ana@example.com has been blocked. See technical details below for more information.',
  ],
  [
    'sender',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26  Authentication results:\n550-5.7.26  DKIM = did not pass\n550 5.7.26  SPF [clinic.example] with ip: [192.0.2.3] = did not pass',
  ],
  [
    'sender',
    "550-5.7.26 Unauthenticated email from clinic.example is not accepted due to\n550-5.7.26 domain's DMARC policy. Please contact the administrator of\n550 5.7.26 clinic.example domain if this was a legitimate mail.",
  ],
  [
    'sender',
    '550-5.7.25 [192.0.2.7] The IP address sending this message does not have a PTR\n550-5.7.25 record setup, or the corresponding forward DNS entry does not point to\n550 5.7.25 the sending IP.',
  ],
  [
    'sender',
    '550-5.7.1 [2001:db8::5] Our system has detected that this message does not meet\n550-5.7.1 IPv6 sending guidelines regarding PTR records and authentication.',
  ],
  [
    'sender',
    '421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating\n421-4.7.28 from your IP address. To protect our users from spam, mail sent from\n421 4.7.28 your IP address has been temporarily rate limited.',
  ],
  ['sender', '421 4.7.29 This email has been rate limited because it was not sent over a TLS connection.'],
  ['sender', '421 4.7.0 TLS required for RCPT domain, closing connection.'],
  ['sender', '530-5.5.1 Authentication Required. Learn more at https://support.google.com/mail/?p=WantAuthError'],
  [
    'sender',
    '535-5.7.8 Username and Password not accepted. Learn more at https://support.google.com/mail/?p=BadCredentials',
  ],
  [
    'sender',
    '550 5.7.0 Mail relay denied [192.0.2.8]. Invalid credentials for relay for one of the domains in: clinic.example',
  ],
  [
    'sender',
    '550-5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852',
  ],
  [
    'sender',
    '550 5.7.1 Daily SMTP relay sending limit exceeded for customer. For more information on SMTP relay sending limits please contact your administrator.',
  ],
  ['sender', '530 5.7.0 Must issue a STARTTLS command first. - gsmtp'],
];
