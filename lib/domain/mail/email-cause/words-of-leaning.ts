import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** The subject and the tone of a reply, when nothing surer was said. Between two of these the harmless one wins, so the address is blamed last. */
export const leanings: Readonly<Record<Exclude<EmailCauseWord, 'unknown'>, readonly string[]>> = {
  address: [
    'no se (ha )?encontr(ó|ado) (a )?[a-z0-9.]{2,40} en|(dirección|destinatario) … rechazad[oa]',
    'does not like recipient|(do|does) not know (this|that|such|any)|nobody (called|named|of|by)|undefined (recipient|user)|unknown (subscriber|contact|employee|patient|member|student|client|destination|name)',
    '(?<!your )(?<!sender )(?<!sending )domain … (invalid|not valid|wrong|misspelled)|misspell(ed|ing)|typos?|mal escrit[oa]|mistyped|(falta|sin) (la )?arroba',
    '(recipients?|rcpt|user|addressee|local part|email address|destination address) … (is |are |was |were )?(not (ok|a member|valid|accepted|local|here|available|correct|possible)|no longer|wrong|bad|invalid)',
    '(all|none of the|no) … (recipients?|addresses) … (invalid|not accepted|not valid|rejected)',
    '(user|recipient|address|name) … (ambiguous|not unique|several matches|more than one)',
  ],
  mailbox: [
    '(sobre|excede|límite de) (la |su )?cuota|quotas?|cuota|capacidad|storage|almacenamiento|(supera|excede|mayor) … (mb|kb|permitid[oa]s?)|(exceeds?|over|above|larger|bigger) … (mb|kb|bytes)',
    '(account|mailbox|inbox|user) … (not (allowed|activated|active|enabled|in service)|restricted|locked|expired|deactivated|terminated|receiving disabled|stopped|on hold|unavailable)',
    '(is |was |has been )?(now |currently |temporarily )?(disabled|deactivated|suspended|discontinued)',
  ],
  refused: [
    'newsletters?|advertis(ing|ements?)|publicidad|promotion(al|s)?|bulk|filtro|filter(ed|ing)?|descartad[oa]|discarded|quarantined?|cuarentena|país|country|score|threshold|not trusted|untrusted|sospech(a|os[oa])',
    '(we|our (server|system|users)) (do not|does not|will not|can not) (accept|want|take|allow|permit|receive)',
    '(messages?|mails?|emails?|data|content) … (not (be )?(accepted|acceptable|allowed|permitted|wanted)|unacceptable|invalid|suspected)',
    '(invalid|bad|malformed|corrupt|broken) (data|structure|mime|format|content|header|ip)',
    'no permit|permission denied|not permitted|forbidden|unacceptable|complaints?',
    'mime (error|reject)|8 ?bit|character set|charset|encoding',
  ],
  sender: [
    'you (send|sent|are sending) … (too|much|many)|too much (mail|email)|(autorizad[oa]|permiso) (para|a) enviar|enviar desde|send(ing)? from|log ?in|sign ?in|handshake|session limit|per (user|client|host)',
    'mail ?from|(local|internal|authenticated) users? only|not a gateway|mismatch(es|ed)?',
  ],
  passing: [
    'broken pipe|hung up|hang up|failing for|no contesta|no hay respuesta|en (la )?cola|queued?|retry(ing)?|retries|re ?try|demora|intermitente|outage|unstable|backlog|slow|eof|i o timeout|reset',
    '(config|configuration|system|server|local|internal|database|i o|io|input output|disk|file|write|read|unexpected) (error|failure|failed|problem|exception|crash)',
    '(can not|could not|unable to|failed to) (open|write|read|create|lock|append|access|connect|contact|reach|establish|switch)',
    '(connection|link|channel|session) … (broken|lost|dropped|failed|aborted|interrupted|closed|refused)',
    'mx (list|records?) … point|(?<!dns )dns (error|failure|problem|timeout)|routing error|stopped|down|no such file|too old',
    '(command|program|process|pipe|filter) … (died|exited|terminated|crashed)',
  ],
};
