import type { Recogniser } from '#lib/domain/recalls/notice/claim';

const afterGtin = /\(0[12]\)\s?\d{14}[^\n]{0,26}$/;

/** The parts of a GS1 code as a label prints it (GS1 General Specifications, application identifiers): (10) is the batch, the others are none. */
export const gs1: readonly Recogniser[] = [
  { kind: 'noise', pattern: /\(0[12]\)\s?\d{14}(?!\d)/gu },
  { kind: 'noise', pattern: /\((?:1[1-7])\)\s?\d{6}(?!\d)/gu, accept: (_, before) => afterGtin.test(before) },
  { kind: 'noise', pattern: /\(21\)\s?[^\s()]{1,20}/gu, accept: (_, before) => afterGtin.test(before) },
  { kind: 'lotLabel', pattern: /\(10\)(?=\s?[\p{L}\d])/gu, accept: (_, before) => afterGtin.test(before) },
];
