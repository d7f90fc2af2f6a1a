import type { MailWords } from './mail-words.ts';

export const spanish: MailWords = {
  subject: ({ clinic, code }) => `Su receta ${code}, ${clinic}`,
  greeting: 'Hola:',
  issued: ({ clinic, date, prescriber }) => `${prescriber}, de ${clinic}, le extendió una receta el ${date}.`,
  issuedUndated: ({ clinic, prescriber }) => `${prescriber}, de ${clinic}, le extendió una receta.`,
  issuedByClinic: ({ clinic, date }) => `${clinic} le extendió una receta el ${date}.`,
  issuedByClinicUndated: ({ clinic }) => `${clinic} le extendió una receta.`,
  code: 'El código de su receta',
  pharmacy: 'En la farmacia',
  show: 'Muestre este código, en el teléfono o en papel, junto con un documento de identidad. Con él la farmacia encuentra su receta.',
  codeNotKnown: ({ clinic }) =>
    `El código de esta receta todavía no ha llegado. Pídalo a ${clinic} antes de ir a la farmacia.`,
  withoutCode: ({ clinic, pharmacy }) =>
    pharmacy === null
      ? `Esta receta no tiene un código que mostrar. Pregunte a ${clinic} en qué farmacia puede recogerla y lleve un documento de identidad.`
      : `Esta receta no tiene un código que mostrar. Se pidió a ${pharmacy}: dé allí su nombre y muestre un documento de identidad.`,
  medicines: 'Medicamentos',
  keep: 'No comparta el código: quien lo tenga podría ver la receta.',
  wrong: 'Si no espera ninguna receta, este correo no es para usted. Por favor, bórrelo.',
  automatic: ({ clinic }) =>
    `Este correo se envió automáticamente y no se leen las respuestas. Si tiene alguna pregunta, llame a ${clinic}.`,
  sheetTitle: 'Receta',
  sheetForPatient: 'Para',
  sheetNumber: 'Código de la receta',
  sheetScan: 'La farmacia lo escanea o escribe el código.',
  sheetPrinted: ({ at }) => `Impreso el ${at}`,
};
