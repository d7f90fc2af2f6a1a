import type { OutboundWords } from './outbound-words.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const spanish: OutboundWords = {
  prescription: {
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
  },
  account: {
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
  notice: {
    what: {
      'source-silent': ({ source, minutes: n, usual }) =>
        `${source} está en silencio: ningún evento desde hace ${counted(n, 'minuto', 'minutos')}${usual === null ? '' : `, cuando suele enviar en ${usual} de cada 60 minutos`}`,
      'source-no-data': ({ source }) => `${source} no ha enviado nada en un día`,
      'source-paused': ({ source }) =>
        `${source} está en pausa desde hace más de una hora: quien envía deja de intentarlo después de un tiempo`,
      lag: ({ source }) => `Los eventos de ${source} llegan o se procesan con retraso`,
      'dead-letters-rising': ({ source, count }) =>
        `Aumentan los eventos fallidos de ${source}: ${count} en un cuarto de hora`,
      'refusals-rising': ({ source, count }) =>
        `${count} envíos a ${source} traían una firma incorrecta: puede haber cambiado un secreto`,
      'canary-lost': () => 'Nuestro propio evento de prueba no llega a través del punto de entrada',
      'worker-gone': () => 'No hay ningún proceso trabajando: los eventos se guardan, pero no se procesan',
      'queue-old': ({ count }) =>
        `${counted(count, 'evento espera', 'eventos esperan')} más de un minuto a ser procesados`,
      'outbox-old': ({ count }) =>
        `${counted(count, 'mensaje lleva', 'mensajes llevan')} más de diez minutos sin salir`,
      'mail-failing': ({ count }) =>
        `${counted(count, 'correo a un paciente espera', 'correos a pacientes esperan')}: rechazados por un mismo motivo, nos toca arreglarlo`,
      'audit-unsealed': () => 'No se están sellando las líneas del registro de consultas y cambios',
      'clock-off': () => 'Un reloj de la aplicación difiere más de 30 segundos del de la base de datos',
      'count-behind': () => 'Las cifras de Flujo ya no se actualizan',
    },
    opened: ({ clinic, what }) => `${what} (${clinic})`,
    recovered: ({ clinic, what }) => `Resuelto: ${what} (${clinic})`,
    since: ({ at }) => `Desde el ${at}.`,
    until: ({ from, to }) => `Duró del ${from} al ${to}.`,
    look: 'Vea qué hay detrás:',
    once: 'Se le avisa una vez cuando empieza y otra cuando termina.',
    test: ({ clinic }) => `Prueba de los avisos de ${clinic}`,
    testSaid: 'Los avisos sobre el flujo de eventos llegan a esta dirección. No ha pasado nada.',
    why: ({ clinic }) =>
      `Un administrador de ${clinic} indicó esta dirección en la pantalla Flujo; allí mismo puede quitarla.`,
  },
  recall: {
    subject: ({ clinic }) => `Revise su medicamento: retirada de un lote, ${clinic}`,
    greeting: 'Buenas:',
    what: ({ clinic, lots }) =>
      `El fabricante ha retirado un lote de un medicamento que se le entregó a través de ${clinic}. El número de lote está impreso en el envase: ${lots}.`,
    all: ({ clinic }) =>
      `El fabricante ha retirado un medicamento que se le entregó a través de ${clinic}, sea cual sea el número de lote impreso en el envase.`,
    ask: ({ clinic }) =>
      `Llame a ${clinic} para saber de cuál de sus medicamentos se trata, aparte lo que le quede y devuélvalo a la farmacia; allí se lo cambian. No interrumpa un tratamiento por su cuenta: pregunte antes en la farmacia o a su médico.`,
    act: 'Compárelo con su envase. Si coincide, aparte lo que le quede y devuélvalo a la farmacia; allí se lo cambian. No interrumpa un tratamiento por su cuenta: pregunte antes en la farmacia o a su médico.',
    medicines: 'Medicamentos',
    call: ({ clinic }) =>
      `Este correo se envió automáticamente y no se leen las respuestas. Llame a ${clinic} si tiene preguntas.`,
    wrong: 'Si no se le entregó ningún medicamento, este correo no es para usted. Bórrelo.',
  },
};
