/** Our own letter, as servers return it: full of words that would mean something if anybody had said them of it. */
const returned = `Return-Path: <no-reply@clinic.example>
Received: from app.clinic.example (app.clinic.example [192.0.2.20])
\tby smtp.clinic.example (Postfix) with ESMTPS id 4XyZ12
\tfor <ana@example.com>; Mon,  4 May 2026 10:00:00 +0000
DKIM-Signature: v=1; a=rsa-sha256; d=clinic.example; s=mail;
\th=From:To:Subject; b=xyz
Authentication-Results: smtp.clinic.example; spf=pass; dkim=fail; dmarc=fail
X-Spam-Status: No, score=-1.9, listed by no blacklist
From: Clinic <no-reply@clinic.example>
To: ana@example.com
Subject: Your prescription, your quota, user unknown
Content-Type: text/plain; charset=utf-8

Please try again later if the mailbox is full.
`;

function folded(reply: string): string {
  return reply.replaceAll('\n', '\n    ');
}

/** The field of RFC 3464, between others. */
function status(reply: string): string {
  return `Reporting-MTA: dns; smtp.clinic.example
Arrival-Date: Mon, 4 May 2026 10:00:00 +0000

Final-Recipient: rfc822; ana@example.com
Action: failed
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; ${folded(reply)}
`;
}

/** The text that servers put around a reply, each with our email behind it. */
export const envelopes: Readonly<Record<string, (reply: string) => string>> = {
  Postfix: (
    reply,
  ) => `I'm sorry to have to inform you that your message could not be delivered to one or more recipients.
If you do so, please include this problem report.

<ana@example.com>: host mx.example.com[198.51.100.7] said: ${folded(reply)}
    (in reply to RCPT TO command)

--4XyZ12/smtp.clinic.example
Content-Type: message/delivery-status

${status(reply)}
--4XyZ12/smtp.clinic.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

${returned}`,
  'the bounce with its own headers': (reply) => `Return-Path: <>
Received: by smtp.clinic.example (Postfix); Mon,  4 May 2026 10:00:01 +0000
Authentication-Results: smtp.clinic.example; spf=fail; dmarc=fail
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4XyZ12/smtp.clinic.example"

This is a MIME-encapsulated message.

--4XyZ12/smtp.clinic.example
Content-Type: text/plain; charset=us-ascii

Delivery has failed to these recipients.

Original message headers:

${returned}
--4XyZ12/smtp.clinic.example
Content-Type: message/delivery-status

${status(reply)}
--4XyZ12/smtp.clinic.example
Content-Type: text/rfc822-headers

${returned}`,
  Exim: (reply) => `A message that you sent could not be delivered to one or more of its recipients.
This is a permanent error. The following address(es) failed:

  ana@example.com

${status(reply)}
------ This is a copy of your message, including all the headers. ------

${returned}`,
  qmail: (reply) => `Hi. This is the qmail-send program at smtp.clinic.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<ana@example.com>:
198.51.100.7 failed after I sent the message.
Remote host said: ${reply}

--- Below this line is a copy of the message.

${returned}`,
  sendmail: (reply) => `   ----- The following addresses had permanent fatal errors -----
<ana@example.com>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
554 5.0.0 Service unavailable

${status(reply)}
Content-Type: text/rfc822-headers

${returned}`,
  'the copy without a word before it': (reply) => `${status(reply)}\n${returned}`,
};
