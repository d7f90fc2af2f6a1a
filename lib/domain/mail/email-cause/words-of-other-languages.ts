import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

export type Sayings = Readonly<Record<Exclude<EmailCauseWord, 'unknown'>, readonly string[]>>;

/** Spanish, Portuguese, French, German, Italian, Dutch, Polish, Russian, Chinese, Japanese: what servers of those places say. */
export const sayings: Sayings = {
  address: [
    '(usuario|destinatario|buzón|cuenta|dirección|correo|dominio|casilla) … (desconocid[oa]|inexistente|no existe|no encontrad[oa]|no válid[oa]|inválid[oa]|incorrect[oa])',
    '(no hay|no tenemos|no existe) (ningún |ninguna |un |una |el |la |ese |esa |tal )*(usuario|buzón|cuenta|destinatario)|(no es una?|no corresponde a una?) (dirección|cuenta|buzón|usuario|destinatario) (válid[oa]|existente)|no se encuentra … (usuario|destinatario|buzón|cuenta|dirección|dominio)|dirección … (errónea|equivocada|mal escrita)|no está registrad[oa]',
    '(no se (ha )?encontr(ó|ado|o)|no existe) … (el |la |ese |esa )?(buzón|usuario|destinatario|cuenta|dirección|dominio)',
    '(usuario|destinatario|buzón|cuenta|dirección) … no (se encontró|se encuentra|es (válid[oa]|correct[oa])|existe|se ha encontrado|fue encontrad[oa])',
    '(usuário|destinatário|endereço|conta|caixa|domínio) … (desconhecid[oa]|inexistente|não existe|não (foi )?(encontrad[oa]|localizad[oa])|inválid[oa])',
    "(utilisateur|destinataire|adresse|boîte|compte|domaine) … (inconnue?|inexistante?|introuvable|invalide|n'existe pas|pas connue?|n'existe plus)",
    '(Empfänger[a-z]{0,12}|Benutzer[a-z]{0,12}|Adresse|Postfach|Mailbox|Konto|Domain|User|Email[a-z]{0,10}) … (unbekannt|nicht bekannt|existiert nicht|nicht gefunden|ungültig|nicht vorhanden|gibt es nicht)',
    '(unbekannter|ungültige[rn]?) (Empfänger|Benutzer|Adresse)',
    '(utente|destinatario|indirizzo|casella|dominio) … (sconosciut[oa]|inesistente|non esiste|non trovat[oa]|non valid[oa])',
    '(onbekende (gebruiker|ontvanger|adres))|(gebruiker|ontvanger|adres|emailadres|mailadres|postbus) … (onbekend|bestaat niet|niet gevonden|ongeldig)',
    '(nieznany (użytkownik|odbiorca|adres))|(użytkownik|odbiorca|adres|skrzynka|konto) … (nie istnieje|nieznany|nie znalezion[oy])',
  ],
  mailbox: [
    '(buzón|bandeja|casilla|correo) … (está )?llen[oa]|(cuota|límite de (espacio|almacenamiento|buzón)|capacidad|espacio) … (excedid[oa]|superad[oa]|agotad[oa])|(excedid[oa]|superad[oa]) … (la )?cuota',
    '(cuenta|buzón|usuario|casilla) … (desactivad[oa]|deshabilitad[oa]|inhabilitad[oa]|suspendid[oa]|inactiv[oa]|bloquead[oa]|cerrad[oa])',
    '(mensaje|correo|adjunto) … demasiado (grande|largo)|excede … (tamaño|límite)|(tamaño|sin espacio|no hay espacio) … (excede|supera|buzón|cuenta)',
    '(caixa|conta) … (cheia|lotada)|cota excedida|(conta|caixa) … (desativada|suspensa|inativa|bloqueada)|mensagem … muito grande',
    '(boîte|messagerie) … pleine|quota … (dépassée?|atteint)|(compte|boîte) … (désactivée?|suspendue?|inactive?|fermée?)|message … trop (volumineux|gros|grand)',
    '(Postfach|Mailbox|Briefkasten) … (ist )?(voll|überfüllt)|Speicher(platz|volumen) … (überschritten|erschöpft)|(Konto|Postfach|Benutzer) … (deaktiviert|gesperrt|inaktiv)|Nachricht … zu (groß|gross)',
    '(casella|mailbox) … piena|(casella|account) … (disattivat[oa]|sospes[oa]|disabilitat[oa])|messaggio … troppo grande|spazio … esaurito',
    '(postvak|mailbox|postbus|inbox) … vol|(account|postvak) … (uitgeschakeld|geblokkeerd)|bericht … te groot',
    '(skrzynka) … (pełna|przepełniona)|konto … (zablokowane|nieaktywne|wyłączone)|wiadomość … za duża',
  ],
  refused: [
    '(ip|servidor|remitente|dominio|correo|mensaje) … (bloquead[oa]|en … lista)|no (acepta|admite|recibe) (mensajes|correos?|mail|emails?) de|sol(o|amente) (se )?(acepta|admite)n? (mensajes|correos?|mail|emails?) de|autorizad[oa] por el (destinatario|dominio)|considerado spam|(detectado|marcado|identificado|clasificado) como … (spam|no deseado)|virus|políticas?',
    '(mensaje|correo) … rechazad[oa] … (spam|contenido|política|filtro)|lista negra|rechazad[oa] por (el |la )?(filtro|política|contenido)|contenido no deseado|correo (no deseado|basura)|(adjunto|archivo) … no (permitid[oa]|admitid[oa])',
    'rejeitad[oa] (como|por) (spam|conteúdo|política)|lista (negra|de bloqueio)|conteúdo (bloqueado|indesejado)',
    'liste noire|contenu indésirable|(message|courrier) (refusé|rejeté)|pourriel',
    '(als )?spam abgelehnt|schwarze liste|auf (einer|der) sperrliste|nachricht … (abgelehnt|zurückgewiesen)|unerwünscht',
    'messaggio … (respinto|rifiutato)|lista nera|posta indesiderata',
    'geweigerd|zwarte lijst|odrzucon[ay]|czarn(a|ej) liś?(cie|sta)',
  ],
  sender: [
    'no se permite (la )?(retransmisión|relay)|retransmi(sión|tir)|(requiere|fall(ó|a|o) (de |en )?(la )?) ?autenticación|autenticación (spf |dkim |dmarc )?(requerida|fallida|fallid[oa]|incorrecta)|no autenticad[oa]|inici(e|ar) sesión|(debe|tiene que|hay que|necesita) autenticar(se)?|demasiad[oa]s (conexiones|mensajes|correos|envíos)|límite de (envío|envíos|mensajes|conexiones|correos)|(remitente|dominio emisor) … (no válid[oa]|inválid[oa]|no verificad[oa]|desconocid[oa]|no existe|no autorizad[oa])|no está autorizad[oa]|dns inversa|registro ptr',
    '(muitas|demasiadas) conexões|autenticação (necessária|falhou|requerida)|relay não permitido',
    'trop de (connexions|messages)|authentification (requise|échouée)|relais (refusé|interdit)',
    'zu viele (Verbindungen|Nachrichten)|Authentifizierung (erforderlich|fehlgeschlagen)|Relay … (verweigert|nicht erlaubt)',
    'troppe connessioni|autenticazione (richiesta|fallita)|te veel verbindingen|zbyt wiele połączeń',
  ],
  passing: [
    '(no se pudo|no se puede|imposible|no fue posible) (conectar|establecer|contactar)|(error|fallo|falla|problema) (temporal|transitorio|pasajero|de conexión|de red|interno|del servidor)|servidor … (no responde|no disponible|caído|inaccesible)|se reintentará|reintente|vol(ver|verá|veremos) … a intentar|retrasad[oa]|demorad[oa]|conexión … (cerrada|interrumpida|agotada|rechazada|perdida)|tiempo … (agotado|excedido)|más tarde',
    'tiempo de espera|(inténtelo|intente|intentar|pruebe) … (más tarde|nuevamente|de nuevo)|servidor (está )?(ocupado|no disponible)|temporalmente (no )?(disponible|fuera)|conexión (rechazada|perdida)',
    'tente (novamente|mais tarde)|tempo … (esgotado|excedido)|temporariamente (indisponível)|servidor ocupado',
    "réessayer|ultérieurement|temporairement (indisponible)|délai (dépassé|d'attente)|serveur occupé|connexion (refusée|perdue|interrompue)",
    'verzögert|(versuchen|probieren) … (später|erneut)|später … (erneut|noch einmal)|Zeitüberschreitung|vorübergehend|Verbindung (abgelehnt|verloren)',
    'riprova(re)? … più tardi|temporaneamente|tempo scaduto',
    'probeer … (later|opnieuw)|tijdelijk|spróbuj … później|tymczasow[oya]',
  ],
};

/** Scripts without word bounds of ours, or with endings that change: stems. */
export const foreignStems: Sayings = {
  address: [
    '(пользовател|получател|адрес|ящик|домен)[а-я]*.{0,25}(не найден|не существу|неизвест|недействит)',
    '(неизвестн|несуществу)[а-я]* (получател|пользовател|адрес|домен)',
    '(用户|收件人|邮箱|帐号|账号|地址|邮件地址|域名).{0,10}(不存在|未找到|不正确|无效)',
    '(無此|查無|查无).{0,6}(用戶|帳號|收件人|使用者|用户)',
    '(宛先|ユーザー|アドレス|受信者|ドメイン).{0,16}(存在しません|見つかりません|不明|存在しない|無効)',
  ],
  mailbox: [
    '(ящик|почтов)[а-я]*.{0,25}(переполн|заполнен|заблокир|отключ)',
    'превышен[а-я]* (квот|размер|лимит ящик)',
    '(учетн[а-я]* запис|аккаунт|пользовател)[а-я]*.{0,20}(заблокир|отключ|неактив)',
    '(邮箱|空间|容量|信箱).{0,8}(不足|已满|已滿|超出|满)',
    '(邮件|附件).{0,6}(过大|太大|超过)',
    '(帐号|账号|用户|邮箱).{0,4}(被禁用|已停用|停用|冻结|被锁)',
    '(メールボックス|受信箱|容量).{0,10}(いっぱい|超え|一杯|オーバー|不足)',
    '(アカウント).{0,8}(無効|停止)',
    'サイズ.{0,12}(大きすぎ|超え)',
  ],
  refused: [
    '(как|похоже на|являетс[а-я]*) (спам|нежелательн)',
    '(отклонен|заблокирован)[а-я]* .{0,12}(спам|политик|фильтр)',
    'черн[а-я]* спис',
    '(垃圾邮件|黑名单|拒收|被拒绝|内容.{0,4}(违规|拒绝))',
    '(迷惑メール|ブラックリスト|拒否|ブロック)',
  ],
  sender: [
    'слишком много (соединен|подключен|сообщен)',
    'требуется (аутентификац|авторизац)',
    '(认证失败|需要认证|频率限制|连接数过多)',
    '(频率|频次|速度).{0,6}(过高|过快|限制|超)|连接.{0,6}(限制|过多|频繁)|发件人.{0,8}(不存在|无效|域名|错误)|(拒绝|禁止|不允许).{0,4}(转发|中继)',
    '(認証).{0,6}(失敗|必要)',
  ],
  passing: [
    '(повторите|попробуйте).{0,20}(позже|снова)',
    'временн[а-я]* (ошибк|недоступ|проблем|сбой)',
    '(稍后再试|稍後再試|暂时|连接超时|超时)',
    '(しばらく|後ほど|時間をおいて|一時的|タイムアウト)',
  ],
};
