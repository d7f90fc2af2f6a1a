import type { OutboundWords } from './outbound-words.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const english: OutboundWords = {
  prescription: {
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
  },
  account: {
    greeting: ({ name }) => `Hello ${name},`,
    invitation: {
      subject: ({ clinic }) => `Your account at ${clinic}`,
      what: ({ clinic }) =>
        `You have been invited to Scriptline, where ${clinic} follows its prescriptions. Choose a password to begin.`,
      act: 'Choose a password',
    },
    reset: {
      subject: ({ clinic }) => `A new password for your account at ${clinic}`,
      what: ({ clinic }) => `A new password was asked for, for your Scriptline account at ${clinic}.`,
      act: 'Choose a new password',
    },
    once: ({ hours }) =>
      `The link works once, within ${hours === 1 ? 'one hour' : `${hours} hours`}. Pass it on to nobody.`,
    wrong:
      'If you did not expect this mail, leave the link alone: without it nothing changes. Tell an admin of your clinic.',
  },
  notice: {
    what: {
      'source-silent': ({ source, minutes: n, usual }) =>
        `${source} is silent: no event for ${counted(n, 'minute', 'minutes')}${usual === null ? '' : `, where it usually sends in ${usual} of 60 minutes`}`,
      'source-no-data': ({ source }) => `${source} has sent nothing for a day`,
      'source-paused': ({ source }) =>
        `${source} has been paused for more than an hour: its sender gives up after a while`,
      lag: ({ source }) => `Events of ${source} arrive or are processed late`,
      'dead-letters-rising': ({ source, count }) =>
        `Dead letters of ${source} are rising: ${count} in a quarter of an hour`,
      'refusals-rising': ({ source, count }) =>
        `${count} deliveries to ${source} had a wrong signature: a secret may have changed`,
      'canary-lost': () => 'Our own test event does not come through the webhook endpoint',
      'worker-gone': () => 'No worker is running: events are kept and not processed',
      'queue-old': ({ count }) =>
        `${counted(count, 'event waits', 'events wait')} longer than a minute to be processed`,
      'outbox-old': ({ count }) =>
        `${counted(count, 'message has', 'messages have')} not left for more than ten minutes`,
      'mail-failing': ({ count }) =>
        `${counted(count, 'mail to a patient waits', 'mails to patients wait')}: refused for one reason, ours to mend`,
      'audit-unsealed': () => 'Lines of the log of views and changes are not being sealed',
      'clock-off': () => 'A clock of the application differs from the database’s by more than 30 seconds',
      'count-behind': () => 'The figures of Flow are no longer brought up to date',
    },
    opened: ({ clinic, what }) => `${what} (${clinic})`,
    recovered: ({ clinic, what }) => `Over: ${what} (${clinic})`,
    since: ({ at }) => `Since ${at}.`,
    until: ({ from, to }) => `It lasted from ${from} to ${to}.`,
    look: 'See what is behind it:',
    once: 'You are told once when it begins and once when it is over.',
    test: ({ clinic }) => `A test of the notices of ${clinic}`,
    testSaid: 'Notices about the flow of events reach this address. Nothing has happened.',
    why: ({ clinic }) => `An admin of ${clinic} named this address on the screen Flow; he can take it off there.`,
  },
  recall: {
    subject: ({ clinic }) => `Please check your medicine: a recall, ${clinic}`,
    greeting: 'Hello,',
    what: ({ clinic, lots }) =>
      `The manufacturer has recalled a lot of a medicine that was handed out to you through ${clinic}. The lot number is printed on the package: ${lots}.`,
    all: ({ clinic }) =>
      `The manufacturer has recalled a medicine that was handed out to you through ${clinic}, whatever the lot number that is printed on its package.`,
    ask: ({ clinic }) =>
      `Please call ${clinic} to hear which of your medicines it is, keep what is left of it apart and bring it back to the pharmacy; it is replaced there. Do not stop a treatment by yourself: ask the pharmacy or your doctor first.`,
    act: 'Please compare it with your package. If it is the same, keep what is left apart and bring it back to the pharmacy; it is replaced there. Do not stop a treatment by yourself: ask the pharmacy or your doctor first.',
    medicines: 'Medicines',
    call: ({ clinic }) =>
      `This mail was sent automatically; answers to it are not read. Please call ${clinic} with any question.`,
    wrong: 'If you were given no medicine, this mail is not meant for you. Please delete it.',
  },
};
