import { z } from 'zod';
import { emailCauses } from '#lib/domain/prescriptions/prescription-state';
import { readCases } from './read-cases.ts';

const files = [
  ...['google', 'microsoft', 'yahoo', 'webmail', 'postfix', 'other-servers', 'gateways', 'odd-shapes', 'languages'],
  ...['unusual', 'small-servers', 'traps', 'everyday', 'fresh-first', 'fresh-second', 'fresh-third', 'fresh-fourth'],
  ...['fresh-fifth', 'fresh-sixth', 'fresh-seventh'],
];

/** Answers of a server or a program, each with its meaning. */
export const emailCauseCases = readCases('email-cause', files, z.tuple([z.enum(emailCauses), z.string()]));
