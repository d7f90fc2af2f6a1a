import type { OpsAlertKind } from '#lib/domain/flow/ops-alert';

type Said = {
  readonly source: string;
  readonly minutes: number;
  readonly count: number;
  readonly usual: number | null;
};

/** The words of notices to admins by email; the screen's own are with the screens'. */
export type NoticeWords = {
  readonly what: Readonly<Record<OpsAlertKind, (said: Said) => string>>;
  readonly opened: (said: { readonly clinic: string; readonly what: string }) => string;
  readonly recovered: (said: { readonly clinic: string; readonly what: string }) => string;
  readonly since: (said: { readonly at: string }) => string;
  readonly until: (said: { readonly from: string; readonly to: string }) => string;
  readonly look: string;
  readonly once: string;
  readonly test: (said: { readonly clinic: string }) => string;
  readonly testSaid: string;
  readonly why: (said: { readonly clinic: string }) => string;
};

const minutes = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const noticeWords: Readonly<Record<'en' | 'es', NoticeWords>> = {
  en: {
    what: {
      'source-silent': ({ source, minutes: n, usual }) =>
        `${source} is silent: no event for ${minutes(n, 'minute', 'minutes')}${usual === null ? '' : `, where it usually sends in ${usual} of 60 minutes`}`,
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
        `${minutes(count, 'event waits', 'events wait')} longer than a minute to be processed`,
      'outbox-old': ({ count }) =>
        `${minutes(count, 'message has', 'messages have')} not left for more than ten minutes`,
      'mail-failing': ({ count }) =>
        `${minutes(count, 'mail to a patient waits', 'mails to patients wait')}: refused for one reason, ours to mend`,
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
  es: {
    what: {
      'source-silent': ({ source, minutes: n, usual }) =>
        `${source} está en silencio: ningún evento desde hace ${minutes(n, 'minuto', 'minutos')}${usual === null ? '' : `, cuando suele enviar en ${usual} de cada 60 minutos`}`,
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
        `${minutes(count, 'evento espera', 'eventos esperan')} más de un minuto a ser procesados`,
      'outbox-old': ({ count }) =>
        `${minutes(count, 'mensaje lleva', 'mensajes llevan')} más de diez minutos sin salir`,
      'mail-failing': ({ count }) =>
        `${minutes(count, 'correo a un paciente espera', 'correos a pacientes esperan')}: rechazados por un mismo motivo, nos toca arreglarlo`,
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
};
