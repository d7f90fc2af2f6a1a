import type { MailText } from './prescription-mail.ts';

/** The sender of a recall letter, and its language. No medicine, no name: the address may be a stranger's. */
export type LetterFacts = {
  readonly clinic: string;
  readonly locale: 'en' | 'es';
  readonly medicines: readonly string[];
};

type Said = { readonly clinic: string; readonly lots: string };

const words = {
  en: {
    subject: ({ clinic }: Said) => `Please check your medicine: a recall, ${clinic}`,
    greeting: 'Hello,',
    what: ({ clinic, lots }: Said) =>
      `The manufacturer has recalled a lot of a medicine that was handed out to you through ${clinic}. The lot number is printed on the package: ${lots}.`,
    all: ({ clinic }: Said) =>
      `The manufacturer has recalled a medicine that was handed out to you through ${clinic}, whatever the lot number that is printed on its package.`,
    ask: ({ clinic }: Said) =>
      `Please call ${clinic} to hear which of your medicines it is, keep what is left of it apart and bring it back to the pharmacy; it is replaced there. Do not stop a treatment by yourself: ask the pharmacy or your doctor first.`,
    act: 'Please compare it with your package. If it is the same, keep what is left apart and bring it back to the pharmacy; it is replaced there. Do not stop a treatment by yourself: ask the pharmacy or your doctor first.',
    medicines: 'Medicines',
    call: ({ clinic }: Said) =>
      `This mail was sent automatically; answers to it are not read. Please call ${clinic} with any question.`,
    wrong: 'If you were given no medicine, this mail is not meant for you. Please delete it.',
  },
  es: {
    subject: ({ clinic }: Said) => `Revise su medicamento: retirada de un lote, ${clinic}`,
    greeting: 'Buenas:',
    what: ({ clinic, lots }: Said) =>
      `El fabricante ha retirado un lote de un medicamento que se le entregó a través de ${clinic}. El número de lote está impreso en el envase: ${lots}.`,
    all: ({ clinic }: Said) =>
      `El fabricante ha retirado un medicamento que se le entregó a través de ${clinic}, sea cual sea el número de lote impreso en el envase.`,
    ask: ({ clinic }: Said) =>
      `Llame a ${clinic} para saber de cuál de sus medicamentos se trata, aparte lo que le quede y devuélvalo a la farmacia; allí se lo cambian. No interrumpa un tratamiento por su cuenta: pregunte antes en la farmacia o a su médico.`,
    act: 'Compárelo con su envase. Si coincide, aparte lo que le quede y devuélvalo a la farmacia; allí se lo cambian. No interrumpa un tratamiento por su cuenta: pregunte antes en la farmacia o a su médico.',
    medicines: 'Medicamentos',
    call: ({ clinic }: Said) =>
      `Este correo se envió automáticamente y no se leen las respuestas. Llame a ${clinic} si tiene preguntas.`,
    wrong: 'Si no se le entregó ningún medicamento, este correo no es para usted. Bórrelo.',
  },
} as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

/** The letter about recalled lots, in both of its forms; `lots` empty: no number identifies the recalled packages. */
export function recallLetter({ clinic, locale, medicines }: LetterFacts, lots: readonly string[]): MailText {
  const t = words[locale];
  const params = { clinic, lots: lots.join(', ') };
  const named = medicines.length === 0 ? [] : [`${t.medicines}: ${medicines.join(', ')}`];
  const what = lots.length === 0 ? t.all(params) : t.what(params);
  const act = lots.length === 0 ? t.ask(params) : t.act;
  const lines = [t.greeting, what, ...named, act, t.wrong, t.call(params)];
  const subject = t.subject(params);
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f5f4f0;color:#1d1f20;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff">
${lines.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`).join('\n')}
</div></body></html>
`;
  return { subject, text: `${lines.join('\n\n')}\n`, html };
}
