import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import type { CausePhrase } from './phrase.ts';

/**
 * One language's names for the things that failures are about, and for what can be wrong with them. Both orders are understood: `X is
 * missing`, `missing X`.
 */
type Vocabulary = {
  readonly recipient: string;
  readonly missing: string;
  readonly box: string;
  readonly full: string;
  readonly closed: string;
  readonly mail: string;
  readonly large: string;
  readonly unwanted: string;
  readonly origin: string;
  readonly barred: string;
  readonly proof: string;
  readonly lacking: string;
  readonly traffic: string;
  readonly much: string;
  readonly way: string;
  readonly down: string;
  readonly later: string;
};

const english: Vocabulary = {
  recipient: 'recipients?|user|mailbox|account|address|addressee|person|customer|destination|domain|host',
  missing:
    '(is |are |was )?not (a )?(there|present|known|found|registered|recognized|listed|located|in use)|(can|could) not be (found|located|identified)|(does|do|did) not exist|(no|not) exist|unknown|malformed|unresolvable|nonexistent|non existent|undeliverable|can not process|missing or malformed|no data|final delivery|contains (a space|spaces|illegal|invalid)',
  box: 'mailbox|account|inbox|quota|mail ?folder',
  full: '(over)?full|over quota|exceeded|exceeds|exceeding|too large|out of (space|storage|disk|room)|(not enough|no|insufficient) (more |free )?(space|storage|room)',
  closed:
    'disabled|deactivated|suspended|inactive|inactivity|dormant|closed|frozen|locked|expired|abandoned|not (activated|active|enabled)|restricted|limited',
  mail: 'message|mail|email|mailing|size',
  large: 'too (big|large)|exceeds? … (maximum|size|limits?)|larger than|this big',
  unwanted: 'spam|forbidden|malicious|unsolicited|blacklist|blocklist|denylist|deny list|bad reputation',
  origin: 'message|mail|ip|host|server|network|connection|content|attachment',
  barred: 'blocked|banned|denied|blacklisted|quarantined|no access|dropped by (a )?(rule|filter|policy)',
  proof:
    'authentication|credentials|password|helo|ehlo|starttls|tls|encryption|relay|ptr|reverse dns|signature|(?<!to )(?<!to the )sender|envelope',
  lacking:
    'required|requires|needed|needs?|missing|failed|fails|no valid|invalid|incorrect|mismatch|not (permitted|allowed|verified|authorized)|unverified',
  traffic: 'connections?|messages?|recipients|mails?|emails?|sessions?|requests|deliveries',
  much: 'too (many|fast|quickly|often|frequently)|limit (of|on)|(maximum|max) (number of|concurrent)|excessive|per (hour|day|minute|second|session|connection)',
  way: 'servers?|connections?|hosts?|mxs|systems?|network|lookup|socket|peer|remote end|greeting|banner|resolver|resolution|store|database|backend|queue|delivery|certificate|tls|ssl|upstream',
  down: 'not (responding|answering)|unavailable|unreachable|offline|unexpected(ly)?|outage|not mounted|could not (negotiate|be reached)|eof|closed|timed out|timeout|busy|overloaded|maintenance|shutting down|(?<!and )try (again|later)|temporarily',
  later: '(?<!and )try (again|later)|retry later|later time',
};

const spanish: Vocabulary = {
  recipient:
    'usuarios?|destinatarios?|buzón|buzones|cuenta|dirección( de correo)?|correo( electrónico)?|dominio|host|casilla|servidor de destino',
  missing:
    'no existe|inexistente|no se (ha )?encontr(ó|ado)|no se (puede|pudo) encontrar|no (ha sido |fue |está )?(encontrad[oa]|dad[oa] de alta|registrad[oa]|localizad[oa])|no existe (ningún|ninguna)|desconocid[oa]|incorrect[oa]|inválid[oa]|no (es )?válid[oa]|errón?e[oa]|mal escrit[oa]',
  box: 'buzón|bandeja|casilla|cuenta( de correo)?|cuota|almacenamiento|espacio',
  full: 'llen[oa]s?|excedid[oa]|exced(e|ió)|ha (excedido|superado|alcanzado|rebasado)|super(a|ó)|alcanzó|llenó|saturad[oa]|superad[oa]|rebasó|agotad[oa]|sin espacio|al límite|no (tiene|queda|hay) (más |suficiente )?espacio|espacio insuficiente',
  closed:
    'desactivad[oa]|deshabilitad[oa]|inhabilitad[oa]|suspendid[oa]|inactiv[oa]|bloquead[oa]|cerrad[oa]|cancelad[oa]|dad[oa] de baja|caducad[oa]|no está activ[oa]',
  mail: 'mensaje|correo|adjunto',
  large:
    'demasiado (grande|largo|pesado)|(excede|supera) … (tamaño|mb|kb|permitid[oa]s?)|(superior|mayor) (al|que el) (permitido|límite|máximo)|pesa demasiado',
  unwanted: 'spam|no deseado|antispam|virus|malware|lista (negra|gris)|listas negras|mala reputación|reputación',
  origin: 'mensaje|correo|ip|dirección ip|servidor|remitente|dominio|contenido',
  barred: 'bloquead[oa]|rechazad[oa]|denegad[oa]|no aceptad[oa]|(bloqueó|rechazó|denegó)',
  proof:
    'autenticación|autentificación|autorización|contraseña|credenciales|relay|retransmisión|reenvío|registro (spf|mx|ptr)|(dns|resolución|búsqueda) invers[oa]|remitente|spf|dkim|dmarc',
  lacking:
    'requerid[oa]|requiere|exige|obligatori[oa]|necesari[oa]|no (tiene|supera|pasa|cumple|coincide)|sin|falta|fallid[oa]|incorrect[oa]s?|no (permitid[oa]|autorizad[oa]|autoriza|verificad[oa]|válid[oa]|permite|existe)|denegad[oa]|falló|inválid[oa]',
  traffic: 'conexiones|mensajes|correos|envíos?|destinatarios',
  much: 'demasiad[oa]s|límite( diario| mensual| horario)? de|exceso de|máximo de|(superado|excedido|alcanzado) el límite|por (hora|minuto|día)',
  way: 'servidor|conexión|host|servicio|sistema|red|dns|mensaje|entrega|cola',
  down: 'no (responde|contesta)|caduc(ó|ado|ada)|expir(ó|ado|ada)|retras(o|ó|ad[oa])|demorad[oa]|no disponible|fuera de servicio|inaccesible|inalcanzable|caíd[oa]|ocupado|saturado|sobrecargad[oa]|rechazada|agotad[oa]|perdida|cerrada|cortada|(cerró|cortó|interrumpió|perdió|rechazó) la conexión|interrumpida|interno|mantenimiento|no (fue posible|se pudo|se puede|ha sido posible) (conectar|contactar|establecer)|tiempo de espera|no ha respondido|no respondió',
  later: 'más tarde|de nuevo|nuevamente|reintent[a-z]{1,6}|temporal(mente)?|momentáneamente|en unos minutos',
};

const portuguese: Vocabulary = {
  recipient:
    'usuári[oa]s?|utilizador|destinatári[oa]s?|caixa( postal| de correio)?|conta|endereço( de email)?|domínio|host',
  missing:
    'não existe|inexistente|não (foi |pode ser |pôde ser )?(encontrad[oa]|localizad[oa]|cadastrad[oa]|registrad[oa])|desconhecid[oa]|incorret[oa]|inválid[oa]|não é válid[oa]',
  box: 'caixa( postal| de correio| de entrada)?|conta|cota|quota|espaço|armazenamento',
  full: 'chei[oa]|lotad[oa]|excedid[oa]|excedeu|esgotad[oa]|atingiu o limite|acima da cota|sem espaço',
  closed: 'desativad[oa]|suspens[oa]|inativ[oa]|bloquead[oa]|encerrad[oa]|cancelad[oa]|desabilitad[oa]',
  mail: 'mensagem|email|anexo',
  large: 'muito grande|grande demais|excede o tamanho',
  unwanted: 'spam|indesejad[oa]|vírus|malware|lista (negra|de bloqueio|cinza)|blacklist|má reputação|reputação',
  origin: 'mensagem|email|ip|endereço ip|servidor|remetente|domínio|conteúdo',
  barred: 'bloquead[oa]|rejeitad[oa]|recusad[oa]|negad[oa]',
  proof:
    'autenticação|autorização|senha|credenciais|relay|remetente|dns reverso|registro (spf|mx|ptr)|verificação (spf|dkim|dmarc)',
  lacking:
    'necessári[oa]|requerid[oa]|falhou|falha|inválid[oa]s?|incorret[oa]s?|não (permitid[oa]|autorizad[oa]|verificad[oa])|negad[oa]',
  traffic: 'conexões|mensagens|emails|envios?|destinatários',
  much: 'muit[oa]s|demasiad[oa]s|limite de|excesso de|número máximo de',
  way: 'servidor|conexão|host|serviço|sistema|rede|dns',
  down: 'não responde(u)?|indisponível|fora do ar|inacessível|ocupado|recusada|expirou|perdida|interno|manutenção|não foi possível (conectar|contatar|estabelecer)|tempo (limite )?(esgotado|excedido)',
  later: 'mais tarde|novamente|tente|temporári[oa]|temporariamente|momentaneamente',
};

const french: Vocabulary = {
  recipient:
    'utilisateur|destinataires?|boîte( aux lettres)?|compte|adresse( email| de messagerie)?|domaine|hôte|serveur de destination',
  missing:
    "inconnue?s?|inexistante?s?|introuvables?|invalides?|incorrecte?|erronée?|n'existe (pas|plus)|n'a pas (été|pu être) trouvée?|n'est pas (valide|reconnue?|connue?)|aucune?",
  box: 'boîte( aux lettres| de réception)?|messagerie|compte|quota|espace',
  full: 'pleine?|saturée?|dépassée?|atteint|a dépassé|est dépassé',
  closed: 'désactivée?|suspendue?|inactive?|inactif|fermée?|bloquée?|archivée?|résiliée?',
  mail: 'message|courrier|courriel|pièce jointe',
  large: 'trop (volumineux|gros|grande?|lourde?)|dépasse la taille',
  unwanted: 'spam|anti ?spam|indésirable|pourriel|virus|liste (noire|grise)|blacklist|mauvaise réputation|réputation',
  origin: 'message|courrier|courriel|ip|adresse ip|serveur|expéditeur|domaine|contenu|mail',
  barred: 'bloquée?|rejetée?|rejete|refusée?|interdite?',
  proof:
    'authentification( spf| dkim)?|autorisation|mot de passe|identifiants|relais|relayage|expéditeur|dns inverse|vérification (spf|dkim|dmarc)|reverse',
  lacking:
    'requise?|nécessaire|échouée?|échec|incorrecte?|invalide|non (autorisée?|vérifiée?)|refusée?|interdite?|a échoué',
  traffic: 'connexions|messages|courriers|envois?|destinataires',
  much: 'trop de|limite de|nombre maximal de|quota de',
  way: 'serveur( distant)?|connexion|hôte|service|système|réseau|dns',
  down: "ne répond pas|n'a pas répondu|injoignable|indisponible|occupé|refusée|a expiré|expirée|perdue|interne|en maintenance|impossible de (se connecter|contacter|joindre|établir)|délai",
  later: 'plus tard|réessayer|à nouveau|temporaire(ment)?|momentanément|ultérieurement',
};

const german: Vocabulary = {
  recipient:
    '[a-z]{0,12}empfänger[a-z]{0,12}|benutzer[a-z]{0,12}|nutzer[a-z]{0,8}|[a-z]{0,8}adresse|postfach|mailbox|konto|[a-z]{0,8}domain|domäne|zielhost|host|person',
  missing:
    'unbekannt[a-z]{0,2}|nicht bekannt|exist(iert|iert) (leider )?nicht|nicht (auf)?gefunden( werden)?|wurde nicht gefunden|ungültig[a-z]{0,2}|nicht vorhanden|gibt es nicht|nicht gültig|existiert nicht|falsch[a-z]{0,2}',
  box: 'postfach|posteingang|mailbox|briefkasten|konto|mailkonto|speicher[a-z]{0,10}|kontingent|quota',
  full: 'voll|überfüllt|überschritten|erschöpft|erreicht|ausgeschöpft',
  closed: 'deaktiviert|gesperrt|inaktiv|geschlossen|stillgelegt|gekündigt|abgeschaltet',
  mail: 'nachricht|mail|email|anhang',
  large: 'zu groß|zu gross|größe überschritten',
  unwanted:
    'spam[a-z]{0,8}|unerwünscht[a-z]{0,2}|viren|virus|schadsoftware|(schwarze[nr]?|graue[nr]?) liste|sperrliste|blacklist|schlechte[nr]? (ruf|reputation)|reputation',
  origin: 'nachricht|mail|email|ip|ip adresse|server|absender[a-z]{0,8}|domain|inhalt[a-z]{0,2}',
  barred: 'blockiert|abgelehnt|abgewiesen|zurückgewiesen|verweigert|gesperrt',
  proof:
    'authentifizierung|anmeldung|passwort|zugangsdaten|relay[a-z]{0,4}|weiterleitung|absender[a-z]{0,8}|rückwärtsauflösung|reverse dns',
  lacking:
    'erforderlich|notwendig|fehlgeschlagen|falsch|ungültig|nicht (erlaubt|gestattet|autorisiert|verifiziert)|verweigert|abgelehnt|fehlt',
  traffic: 'verbindungen|nachrichten|mails|emails|empfänger',
  much: 'zu viele|höchstzahl|maximale anzahl|limit',
  way: '[a-z]{0,8}server|verbindung( zum [a-z]{1,12})?|host|dienst|system|netzwerk|gegenstelle|dns',
  down: 'antwortet nicht|nicht (geantwortet|erreichbar|verfügbar|reagiert)|überlastet|abgelehnt|verloren|abgebrochen|unterbrochen|wartung|nicht (hergestellt|aufgebaut) werden|fehlgeschlagen|zeitüberschreitung',
  later: 'später|erneut|noch einmal|vorübergehend|temporär|zurzeit|momentan',
};

const italian: Vocabulary = {
  recipient: 'utente|destinatari[oa]|casella( di posta)?|account|indirizzo( email)?|dominio|host',
  missing:
    'sconosciut[oa]|inesistente|non esiste|non (è stato |è )?(trovat[oa]|valid[oa]|registrat[oa])|errat[oa]|impossibile trovare|non risulta',
  box: 'casella( di posta)?|account|mailbox|quota|spazio',
  full: 'pien[oa]|superat[oa]|ha superato|esaurit[oa]|oltre la quota',
  closed: 'disattivat[oa]|sospes[oa]|disabilitat[oa]|bloccat[oa]|inattiv[oa]|chius[oa]',
  mail: 'messaggio|allegato|email',
  large: 'troppo grande|supera la dimensione',
  unwanted: 'spam|indesiderat[oa]|virus|lista (nera|grigia)|blacklist|blacklisted|cattiva reputazione|reputazione',
  origin: 'messaggio|email|ip|indirizzo ip|server|mittente|dominio|contenuto',
  barred: 'bloccat[oa]|respint[oa]|rifiutat[oa]|negat[oa]',
  proof: 'autenticazione|autorizzazione|password|credenziali|relay|mittente|dns invers[oa]|reverse',
  lacking:
    'richiest[ao]|necessari[oa]|fallit[oa]|errat[ea]|non (consentit[oa]|autorizzat[oa]|permess[oa]|verificat[oa])|negat[oa]|non valid[oa]',
  traffic: 'connessioni|messaggi|email|invii|destinatari',
  much: 'tropp[ie]|limite di|numero massimo di',
  way: 'server|connessione|host|servizio|sistema|rete|dns',
  down: 'non risponde|non (è )?(raggiungibile|disponibile)|occupato|rifiutata|scadut[oa]|persa|interno|manutenzione|impossibile (connettersi|contattare|stabilire)',
  later: 'più tardi|riprovare|riprova|di nuovo|temporane[oa]|temporaneamente|momentaneamente',
};

/** Written as people write them; the recipient's words are the only ones after which an address is blamed. */
function facts(v: Vocabulary): Readonly<Record<Exclude<EmailCauseWord, 'unknown'>, readonly string[]>> {
  const either = (a: string, b: string) => [`(${a}) … (${b})`, `(${b}) … (${a})`];
  return {
    address: either(v.recipient, v.missing),
    mailbox: [...either(v.box, v.full), ...either(v.box, v.closed), `(${v.mail}) … (${v.large})`],
    refused: [`(${v.unwanted})`, ...either(v.origin, v.barred)],
    sender: [...either(v.proof, v.lacking), `(${v.much}) … (${v.traffic})`, `(${v.traffic}) … (${v.much})`],
    passing: [...either(v.way, v.down), `(${v.later})`],
  };
}

const languages = [english, spanish, portuguese, french, german, italian];

/** Between the table of each language's own sayings, which is surer, and a code that leans: what its words mean, put together. */
export function conceptFacts(cause: Exclude<EmailCauseWord, 'unknown'>): readonly CausePhrase[] {
  return [{ weight: 2, means: 'what its words mean together', said: languages.flatMap((one) => facts(one)[cause]) }];
}
