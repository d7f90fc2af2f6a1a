import type { Case } from './case.ts';

/**
 * Missed at the first sight of 463 replies of all kinds, written and labelled before the classifier had seen any of them: 430 were
 * classified correctly then.
 */
export const freshFourth: readonly Case[] = [
  [
    'address',
    'Final-Recipient: RFC822; ana@example.com\nAction: failed\nStatus: 5.1.2\nRemote-MTA: DNS; farma.exmaple\nLast-Attempt-Date: Mon, 4 Mar 2024 10:00:00 -0300',
  ],
  [
    'address',
    "The message could not be delivered because the recipient's destination email system is unknown or invalid. Please check the address and try again",
  ],
  ['address', 'Invalid final delivery userid: ana@example.com'],
  ['address', '555 5.5.2 Syntax error, cannot decode recipient address'],
  ['address', 'The response from the remote server was:\n550 #5.1.0 Address rejected.'],
  ['address', '550 5.1.1 <ana@example.com> Service refuse. Recipient unknown. LPN007_401'],
  ['address', '550 5.7.1 <ana@example.com>: Recipient address rejected: User email address is marked as invalid'],
  ['address', 'Bounce: Permanent/NoEmail'],
  [
    'address',
    'unable to get mx info: failed to get IPs from PTR record: lookup <nil>: unrecognized address; domain has no mail servers',
  ],
  ['address', 'No MX for gmial.example'],
  ['address', '550 ana no longer works at Corp Inc'],
  ['address', '550 This person has left the company; mailbox removed'],
  ['mailbox', '550-Mailquota for user exceeded\n550 retry after cleaning'],
  ['mailbox', "The message was not delivered because the recipient's inbox has no free space left"],
  ['mailbox', '550 The user is temporarily blocked for non-use'],
  ['refused', '521 5.2.1 :  (RLY:B1)  https://postmaster.aol.example/error-codes#554rlyb1'],
  ['refused', '421 4.7.1 : (RTR:BB)  https://postmaster.aol.example/errors/421rtrbb.html'],
  ['refused', '550 Local CT Signature - mimecast'],
  [
    'refused',
    '550 permanent failure for one or more recipients (ana@example.com:550 Message contained unsafe content)',
  ],
  ['refused', 'Content-related rejection'],
  [
    'sender',
    '421 RP-001 (BAY004-MC1F40) Unfortunately, some messages from 203.0.113.77 were not sent. Please try again. We have limits for how messages can be sent based on IP reputation',
  ],
  ['sender', '550 R1: HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1)'],
  ['sender', '421 4.7.0 Messages from 203.0.113.77 temporarily deferred: excessive volume, rate limited'],
  ['sender', '554 5.7.1 Debe autenticarse antes de enviar'],
  [
    'passing',
    "5.1.2 - Bad destination host ('DNS Soft Error looking up example.com (MX) while asking recursive_nameserver0.parent. Error was: unable to reach nameserver on any valid IP', [])",
  ],
  ['passing', 'unable to deliver: too many temporary failures, giving up after 12 attempts'],
  ['passing', 'Server refused connection'],
  ['passing', 'queryMx ETIMEOUT example.com'],
  ['passing', 'Client network socket disconnected before secure TLS connection was established'],
  ['passing', 'no hosts available: all MXs for example.com are unreachable'],
  ['passing', 'Bounce: Transient/General'],
  ['unknown', '550 Command rejected'],
  ['unknown', '554 Message not accepted for unspecified reasons, contact support'],
];
