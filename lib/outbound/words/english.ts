import type { MailWords } from './mail-words.ts';

export const english: MailWords = {
  subject: ({ clinic, code }) => `Your prescription ${code}, ${clinic}`,
  greeting: 'Hello,',
  issued: ({ clinic, date, prescriber }) => `${prescriber} of ${clinic} issued a prescription for you on ${date}.`,
  issuedUndated: ({ clinic, prescriber }) => `${prescriber} of ${clinic} issued a prescription for you.`,
  issuedByClinic: ({ clinic, date }) => `${clinic} issued a prescription for you on ${date}.`,
  issuedByClinicUndated: ({ clinic }) => `${clinic} issued a prescription for you.`,
  code: 'Your prescription code',
  pharmacy: 'At the pharmacy',
  show: 'Show this code, on your phone or on paper, together with an identity document. The pharmacy finds your prescription by it.',
  codeNotKnown: ({ clinic }) =>
    `The code of this prescription has not come yet. Ask ${clinic} for it before you go to the pharmacy.`,
  withoutCode: ({ clinic, pharmacy }) =>
    pharmacy === null
      ? `This prescription has no code to show. Ask ${clinic} at which pharmacy it can be picked up, and take an identity document along.`
      : `This prescription has no code to show. It was ordered from ${pharmacy}: give your name there and show an identity document.`,
  medicines: 'Medicines',
  keep: 'Keep the code to yourself: whoever has it may be able to see the prescription.',
  wrong: 'If you expect no prescription, this mail is not meant for you. Please delete it.',
  automatic: ({ clinic }) =>
    `This mail was sent automatically; answers to it are not read. Please call ${clinic} with any question.`,
  sheetTitle: 'Prescription',
  sheetForPatient: 'For',
  sheetNumber: 'Prescription code',
  sheetScan: 'The pharmacy scans this, or types the code.',
  sheetPrinted: ({ at }) => `Printed ${at}`,
};
