import type { LinkPurpose } from '#lib/domain/access/account-link';

type Said = { readonly clinic: string; readonly name: string; readonly hours: number };
type Words = {
  readonly greeting: (said: Said) => string;
  readonly once: (said: Said) => string;
  readonly wrong: string;
} & Readonly<
  Record<
    LinkPurpose,
    { readonly subject: (said: Said) => string; readonly what: (said: Said) => string; readonly act: string }
  >
>;

/** The words of the mails that carry a one-time link. */
export const accountWords: Readonly<Record<'en' | 'es', Words>> = {
  en: {
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
  es: {
    greeting: ({ name }) => `Hola, ${name}:`,
    invitation: {
      subject: ({ clinic }) => `Su cuenta en ${clinic}`,
      what: ({ clinic }) =>
        `Tiene una invitación a Scriptline, donde ${clinic} sigue sus recetas. Elija una contraseña para empezar.`,
      act: 'Elegir una contraseña',
    },
    reset: {
      subject: ({ clinic }) => `Una contraseña nueva para su cuenta en ${clinic}`,
      what: ({ clinic }) => `Se pidió una contraseña nueva para su cuenta de Scriptline en ${clinic}.`,
      act: 'Elegir una contraseña nueva',
    },
    once: ({ hours }) =>
      `El enlace sirve una sola vez, durante ${hours === 1 ? 'una hora' : `${hours} horas`}. No se lo pase a nadie.`,
    wrong: 'Si no esperaba este correo, no use el enlace: sin él nada cambia. Avise a un administrador de su clínica.',
  },
};
