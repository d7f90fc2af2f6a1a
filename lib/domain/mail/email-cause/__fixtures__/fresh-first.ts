import type { Case } from './case.ts';

/**
 * Written and labelled before the classifier had seen any of it: 222 of the 240 were classified correctly then. Six labels were doubtful
 * and have been changed since.
 */
export const freshFirst: readonly Case[] = [
  // Gmail and Google Workspace
  [
    'address',
    "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. Learn more at\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser d75a77b69052e-4a9f3 - gsmtp",
  ],
  [
    'mailbox',
    "552-5.2.2 The recipient's inbox is out of storage space and inactive. Please direct\n552-5.2.2 the recipient to https://support.google.com/mail/?p=OverQuotaPerm 5b1f17b1804b1 - gsmtp",
  ],
  [
    'mailbox',
    "452-4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to 452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp e9e14a558f8ab - gsmtp",
  ],
  [
    'mailbox',
    '550-5.2.1 The email account that you tried to reach is inactive. Learn more at 550 5.2.1  https://support.google.com/mail/?p=DisabledUser x9-20020a - gsmtp',
  ],
  [
    'refused',
    '550-5.7.1 [203.0.113.9      12] Our system has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,\n550 5.7.1 this message has been blocked. n18si - gsmtp',
  ],
  [
    'sender',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.',
  ],
  [
    'sender',
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your SPF domain. To protect our users from spam, mail sent from your domain has been temporarily rate limited. 421-4.7.28',
  ],
  [
    'sender',
    '550-5.7.25 [2001:db8::7] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP.',
  ],
  [
    'sender',
    "550-5.7.1 Unauthenticated email from clinic.example is not accepted due to domain's 550-5.7.1 DMARC policy. Please contact the administrator of clinic.example domain",
  ],
  ['passing', '421 4.7.0 Temporary System Problem.  Try again later (10). 98e67ed59e1d1 - gsmtp'],
  ['passing', '451 4.3.0 Mail server temporarily rejected message. q12-20020a0c8 - gsmtp'],
  [
    'refused',
    '552-5.7.0 This message was blocked because its content presents a potential 552-5.7.0 security issue. Please visit https://support.google.com/mail/?p=BlockedMessage',
  ],
  [
    'passing',
    '450-4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
  ],
  [
    'passing',
    'The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720 [mx.hospital.example 198.51.100.20: timed out]',
  ],
  [
    'address',
    "DNS Error: DNS type 'mx' lookup of gmial.example responded with code NXDOMAIN Domain name not found: gmial.example",
  ],
  ['address', "DNS Error: 4711 DNS type 'aaaa' lookup of hotmal.example responded with code NXDOMAIN"],
  // Microsoft
  [
    'address',
    '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [AM7EUR06FT012.eop-eur06.prod.protection.outlook.com]',
  ],
  ['address', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ana@example.com not found by SMTP address lookup'],
  [
    'address',
    '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB5EUR01FT043.eop-EUR01.prod.protection.outlook.com]',
  ],
  [
    'mailbox',
    '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception',
  ],
  ['mailbox', "Remote Server returned '554 5.2.3 STOREDRV.Deliver; message size exceeds the mailbox limit'"],
  [
    'refused',
    '550 5.7.606 Access denied, banned sending IP [203.0.113.50]. To request removal from this list please visit https://sender.office.com/ and follow the directions.',
  ],
  [
    'refused',
    "550 5.7.1 Unfortunately, messages from [203.0.113.50] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
  ],
  [
    'refused',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
  ],
  [
    'sender',
    '550 5.7.509 Access denied, sending domain clinic.example does not pass DMARC verification and has a DMARC policy of reject.',
  ],
  ['passing', '451 4.7.500 Server busy. Please try again later from [203.0.113.7]. (AS77713821)'],
  ['sender', '550 5.7.64 TenantAttribution; Relay Access Denied [DB8EUR05FT040.eop-eur05.prod.protection.outlook.com]'],
  ['passing', '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded'],
  [
    'passing',
    '450 4.4.317 Cannot connect to remote server [Message=SocketTimedout] [LastAttemptedServerName=mx.example.com]',
  ],
  ['passing', '550 5.4.300 Message expired -> 421 4.4.1 Connection timed out'],
  ['address', '550 5.4.310 DNS domain outlok.example does not exist [Message=InfoDomainNonexistent]'],
  [
    'sender',
    "421 RP-001 (COL004-MC1F15) Unfortunately, some messages from 203.0.113.4 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day.",
  ],
  [
    'sender',
    "550 SC-001 (BAY004-MC6F19) Unfortunately, messages from 203.0.113.4 weren't sent due to failing sender authentication",
  ],
  ['refused', '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy'],
  [
    'address',
    "Your message to recepcion@clinic.example couldn't be delivered. recepcion wasn't found at clinic.example.",
  ],
  [
    'mailbox',
    "ana's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.",
  ],
  [
    'sender',
    "Your message wasn't delivered because the sender's account has exceeded the sending limit: 550 5.1.8 Access denied, bad outbound sender",
  ],
  // Yahoo, AOL, iCloud
  [
    'address',
    "554 delivery error: dd This user doesn't have a yahoo.com account (ana@yahoo.example) [0] - mta1234.mail.bf1.yahoo.com",
  ],
  ['mailbox', '552 1 Requested mail action aborted, mailbox not found or over quota: user is over quota'],
  [
    'mailbox',
    '554 30 Sorry, your message to ana@yahoo.example cannot be delivered. This mailbox is disabled (554.30).',
  ],
  [
    'refused',
    '421 4.7.0 [TSS04] Messages from 203.0.113.8 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
  ],
  [
    'refused',
    "553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.8, because the ip is in Spamhaus's list",
  ],
  [
    'sender',
    '550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.',
  ],
  ['refused', '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes'],
  ['address', '550 5.1.1 <ana@icloud.example>: user does not exist'],
  ['mailbox', '552 5.2.2 <ana@icloud.example>: user is over quota'],
  [
    'refused',
    '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
  ],
  ['refused', '554 5.7.1 [HM08] Message rejected due to local policy. mx.icloud.example'],
  ['address', '550 5.1.1 <ana@aol.example>: Recipient address rejected: aol.example'],
  [
    'refused',
    '421 4.7.1 : (DYN:T1) https://postmaster.aol.example/error-codes#421dynt1 Connection refused: your IP has been temporarily blocked due to unfavorable e-mail statistics',
  ],
  // Gateways: Proofpoint, Mimecast, Barracuda, Cisco, Trend, Symantec, Sophos
  ['address', '550 5.1.1 <ana@hospital.example>... User Unknown mx0a-00112233.pphosted.com'],
  ['address', '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [kXk4mQ2NN3a]'],
  [
    'refused',
    '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [7mUiz0]',
  ],
  ['refused', '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [nEw6]'],
  [
    'refused',
    '451 Internal resources are temporarily unavailable - greylisted - https://community.mimecast.com/docs/DOC-1369#451',
  ],
  ['sender', '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550'],
  ['sender', '550 Rejected by header based Anti-Spoofing policy: info@clinic.example - https://community.mimecast.com'],
  ['refused', '550 5.7.0 Local Policy Violation - 5f1d0e12-8a0b'],
  [
    'refused',
    '554 Service unavailable; Client host [203.0.113.4] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.4',
  ],
  ['address', '550 permanent failure for one or more recipients (ana@hospital.example:550 No such recipient here)'],
  [
    'refused',
    "554-esa3.hospital.example 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
  ],
  ['address', '550 #5.1.0 Address rejected. (esa1.hospital.example)'],
  ['refused', '550 Message contains SPAM Content (Trend Micro Email Reputation)'],
  [
    'refused',
    '550 5.7.1 Mail from 203.0.113.4 was rejected due to listing in Trend Micro ERS: see https://servicecentral.trendmicro.com',
  ],
  [
    'refused',
    '501 Connection rejected by policy [7.7] 15202, please visit www.messagelabs.example/support for more details about this error message.',
  ],
  [
    'sender',
    '553-SPF (Sender Policy Framework) domain authentication 553 fail. Refer to the Troubleshooting page at www.symanteccloud.example/troubleshooting for more information. (#5.7.1)',
  ],
  ['address', '550-Invalid recipient ana@hospital.example 550 (#5.1.1)'],
  ['refused', '550 High probability of spam'],
  [
    'passing',
    '451 4.7.1 Please try again later (TEMPFAIL), Proofpoint Essentials could not complete recipient verification',
  ],
  ['refused', '550 5.7.1 This message has been rejected because it contains a potentially dangerous attachment'],
  // Postfix, Exim, qmail, Sendmail, Courier
  [
    'address',
    'host mail.example.com[198.51.100.2] said: 550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)',
  ],
  ['address', 'Host or domain name not found. Name service error for name=exmaple.example type=A: Host not found'],
  [
    'passing',
    'Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again',
  ],
  ['passing', 'connect to mx.example.com[198.51.100.7]:25: Connection refused'],
  ['passing', 'delivery temporarily suspended: connect to mx.example.com[198.51.100.7]:25: No route to host'],
  ['passing', 'lost connection with mx.example.com[198.51.100.7] while receiving the initial server greeting'],
  [
    'passing',
    'conversation with mx.example.com[198.51.100.7] timed out while sending end of data -- message may be sent more than once',
  ],
  [
    'sender',
    '554 5.7.1 <clinic.example[203.0.113.5]>: Client host rejected: cannot find your reverse hostname, [203.0.113.5]',
  ],
  ['sender', '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.5]'],
  ['sender', '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname'],
  ['sender', '450 4.1.8 <noreply@clinic.invalid>: Sender address rejected: Domain not found'],
  ['sender', '554 5.7.1 <ana@example.com>: Relay access denied'],
  ['sender', "550 5.7.1 Recipient address rejected: SPF-Result=example.com: 'FAIL'"],
  [
    'refused',
    '450 4.2.0 <ana@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
  ],
  ['passing', '452 4.3.1 Insufficient system storage'],
  ['mailbox', '552 5.3.4 Message size exceeds fixed limit'],
  ['mailbox', '552 5.2.3 Message length exceeds administrative limit.'],
  ['mailbox', "maildir delivery failed: The user's disk quota has been reached, message bounced by quota"],
  ['address', 'unknown local-part "anna" in domain "example.com"'],
  [
    'sender',
    '550-Verification failed for <anna@example.com>\n550-The mail server could not deliver mail to anna@example.com. The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.',
  ],
  ['sender', '550-Verification failed for <noreply@clinic.example>\n550-No Such User Here\n550 Sender verify failed'],
  ['passing', 'retry timeout exceeded'],
  ['address', 'all relevant MX records point to non-existent hosts'],
  ['address', 'an MX or SRV record indicated no SMTP service'],
  [
    'passing',
    'SMTP error from remote mail server after initial connection: 421 mx.example.com Service not available, closing transmission channel',
  ],
  ['address', 'Sorry, no mailbox here by that name. (#5.1.1)'],
  ['address', "Sorry, I couldn't find any host named exampl.example. (#5.1.2)"],
  [
    'passing',
    "I'm not going to try again; this message has been in the queue too long. Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
  ],
  ['sender', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  ['address', "Sorry, I couldn't find a mail exchanger or IP address for that host. (#5.4.4)"],
  ['address', '550 5.1.1 ana... User unknown'],
  [
    'sender',
    '451 4.1.8 Domain of sender address noreply@clinic.example does not resolve... try again (Deferred: Name server: timeout)',
  ],
  ['passing', 'Deferred: Connection reset by mx.example.com.'],
  ['sender', '550 5.7.1 ana@example.com... Relaying denied. Proper authentication required.'],
  ['mailbox', '550 5.2.0 Message delivery failed: mailbox quota exceeded (courier)'],
  ['address', '513 5.1.1 Recipient address syntax error'],
  ['address', '501 5.1.3 Bad recipient address syntax'],
  // Sending services
  ['address', 'Amazon SES: smtp; 550 5.1.1 user unknown; bounceType Permanent, bounceSubType General'],
  [
    'address',
    'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
  ],
  [
    'sender',
    '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: noreply@clinic.example',
  ],
  ['sender', '454 Throttling failure: Maximum sending rate exceeded.'],
  ['sender', '554 Daily message quota exceeded'],
  ['sender', '535 Authentication Credentials Invalid'],
  [
    'address',
    'bounced address: unable to get mx info: failed to get IPs from PTR record: lookup <nil>: unrecognized address',
  ],
  [
    'passing',
    'unable to get mx info: failed to get IP addresses for mx: lookup example.com on 10.0.0.2:53: server misbehaving',
  ],
  ['refused', 'error dialing remote address: recipient listed on the global suppression list: spam report'],
  ['mailbox', 'Not delivering to a mailbox that is over its quota (sendgrid, blocked)'],
  ['unknown', '605 Not delivering to previously bounced address'],
  ['refused', '606 Not delivering to a user who marked your messages as spam'],
  ['passing', '498 No MX for example.com; temporary DNS failure'],
  [
    'sender',
    '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
  ],
  ['sender', '451 Authentication failed: Maximum credits exceeded'],
  [
    'sender',
    '421 Domain mg.clinic.example is not allowed to send: Free accounts are for test purposes only. Please upgrade or add the address to authorized recipients',
  ],
  // Zimbra, Notes, GroupWise, others
  ['mailbox', '554 5.7.1 <ana@example.com>: Recipient address rejected: overquota'],
  ['address', '550 ana@corp.example (User not listed in Domino Directory)'],
  ['address', 'User ana (ana@corp.example) not listed in Domino Directory'],
  [
    'passing',
    'Error transferring to MAIL01.CORP.EXAMPLE; Maximum hop count exceeded.  Message probably in a routing loop.',
  ],
  [
    'passing',
    'Error transferring to mx.corp.example; SMTP Protocol Returned a Transient Error 451 4.3.2 Please try again later',
  ],
  [
    'refused',
    'Error transferring to QMAIL.CORP.EXAMPLE; SMTP Protocol Returned a Permanent Error 554 5.7.1 Message rejected: spam',
  ],
  [
    'address',
    'The message could not be delivered because the recipient ana was not found in the GroupWise post office',
  ],
  ['mailbox', '452 4.2.2 Over quota (zimbra lmtp)'],
  // German providers
  ['address', '550 Requested action not taken: mailbox unavailable invalid DNS MX or A/AAAA resource record (gmx)'],
  [
    'address',
    '550 Requested action not taken: mailbox unavailable. For explanation visit https://postmaster.gmx.example/error-messages?ip=203.0.113.4&c=nuh',
  ],
  [
    'sender',
    '554 Transaction failed. Reject due to policy restrictions. For explanation visit https://postmaster.1und1.example/case?c=r0203 Sending IP has no reverse DNS',
  ],
  [
    'refused',
    '554 Transaction failed Reject due to policy restrictions. For explanation visit https://postmaster.web.example/error-messages?ip=203.0.113.4&c=hi',
  ],
  [
    'mailbox',
    '552 Requested mail action aborted: exceeded storage allocation. For explanation visit https://postmaster.gmx.example/case?c=r0101',
  ],
  [
    'refused',
    '554 IP=203.0.113.4 - A problem occurred. Ask your postmaster for help or to contact tobr@rx.t-online.example to clarify. (BL)',
  ],
  ['address', '550-5.1.1 Empfaenger unbekannt: ana@t-online.example'],
  ['address', '550 5.1.1 Die angegebene E-Mail-Adresse existiert nicht (Unknown Recipient)'],
  ['mailbox', '552 5.2.2 Das Postfach des Empfängers hat sein Speicherlimit erreicht'],
  ['mailbox', 'Das Konto des Empfängers ist derzeit deaktiviert und nimmt keine Nachrichten an'],
  ['passing', 'Die Nachricht konnte nach 5 Tagen nicht zugestellt werden: Der Zielserver hat nicht geantwortet.'],
  ['refused', '554 5.7.1 Ihre Nachricht wurde als Spam eingestuft und abgewiesen'],
  ['sender', '530 5.7.0 Authentifizierung erforderlich'],
  // French
  ['address', '550 5.1.1 Adresse du destinataire inconnue, veuillez vérifier. OFR_416 [416]'],
  ['address', '550 5.5.0 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_418 [418]'],
  ['refused', '550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]'],
  [
    'sender',
    '421 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]',
  ],
  ['sender', '550 5.7.1 Authentification SPF échouée pour clinic.example (LPN007_510)'],
  ['refused', '550 spam detected, free.example'],
  ['mailbox', '552 5.2.2 La boîte aux lettres du destinataire est pleine'],
  ['mailbox', '550 5.2.1 Le compte du destinataire a été suspendu'],
  ['passing', '451 Le serveur est momentanément indisponible, merci de réessayer plus tard'],
  [
    'address',
    "L'adresse e-mail que vous avez saisie n'a pas été trouvée. Vérifiez l'adresse e-mail du destinataire et essayez de renvoyer le message.",
  ],
  ['passing', 'too many errors, la connexion avec le serveur distant a expiré'],
  // Italian
  ['address', '550 5.1.1 <ana@libero.example> destinatario sconosciuto / user unknown smtp-16.iol.local'],
  ['mailbox', '552 La casella del destinatario ha superato la quota disponibile'],
  ['mailbox', '550 5.2.1 La casella di posta è disattivata'],
  [
    'refused',
    '550 smtp-33.iol.local smtp-33.iol.local IP blacklisted by CSI. For remove information visit http://csi.example',
  ],
  ['refused', '554 5.7.1 Il messaggio è stato rifiutato perché ritenuto spam'],
  ['passing', '450 4.3.0 Servizio momentaneamente non disponibile, riprovare più tardi'],
  ['address', "Impossibile trovare l'indirizzo: il messaggio non è stato recapitato perché l'indirizzo non esiste"],
  ['sender', '550 Autenticazione richiesta per inviare posta da questo server'],
  // Portuguese
  ['address', '550 5.1.1 <ana@uol.example>: Destinatário desconhecido. Usuario inexistente.'],
  ['mailbox', '552 5.2.2 Caixa postal cheia / Mailbox is full (UOL)'],
  ['mailbox', '550 Conta do destinatário bloqueada ou desativada (terra)'],
  ['refused', '554 5.7.1 Mensagem rejeitada por conter conteúdo suspeito de spam'],
  ['refused', '550 IP 203.0.113.4 em lista negra, acesso bloqueado'],
  ['passing', '451 4.4.2 Tempo limite da conexão excedido'],
  ['address', 'O endereço de e-mail que você digitou não foi encontrado. Verifique o endereço do destinatário.'],
  ['sender', '554 5.7.1 Acesso de relay negado'],
  ['passing', 'Não foi possível conectar ao servidor de destino'],
  // Spanish
  ['address', '550 5.1.1 Buzón inexistente: ana@telefonica.example'],
  ['address', '550 El destinatario no está dado de alta en este servidor'],
  [
    'address',
    'No se ha encontrado la dirección. Tu mensaje no se ha entregado porque no se ha encontrado la dirección o no puede recibir correos.',
  ],
  ['address', '553 5.1.2 Dominio desconocido'],
  ['address', 'No se encontró el host example.exmaple'],
  ['mailbox', '552 5.2.2 El buzón del usuario ha excedido su cuota'],
  ['mailbox', 'Cuenta de correo suspendida por falta de uso'],
  ['mailbox', '550 El mensaje es demasiado grande para el buzón de destino'],
  ['refused', '554 5.7.1 Mensaje rechazado por política de contenido'],
  ['refused', '550 Su dirección IP figura en una lista negra (RBL)'],
  ['sender', '550 5.7.1 Retransmisión no permitida'],
  ['sender', '421 Demasiadas conexiones simultáneas desde su IP'],
  ['sender', '550 El registro SPF del dominio remitente no autoriza a este servidor'],
  ['sender', '535 Usuario o contraseña incorrectos'],
  ['passing', '451 Error temporal en el servidor de destino, se reintentará más tarde'],
  ['passing', 'Se agotó el tiempo de espera al conectar con el servidor de correo'],
  ['refused', '450 4.7.1 Lista gris activada, inténtelo dentro de 5 minutos'],
  // Russian
  ['address', '550 5.1.1 Такого пользователя нет: ana@mail.example'],
  [
    'address',
    '550 Message was not accepted -- invalid mailbox. Local mailbox ana@mail.example is unavailable: user not found',
  ],
  [
    'mailbox',
    '550 Message was not accepted -- invalid mailbox.  Local mailbox ana@mail.example is unavailable: account is disabled',
  ],
  ['mailbox', '552 5.2.2 Почтовый ящик переполнен'],
  [
    'refused',
    '550 spam message rejected. Please visit http://help.mail.example/notspam-support/id?c=Xk or report details to abuse@corp.mail.example. Error code: 00AA',
  ],
  ['refused', '554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.example/1IrBc 1700000000-abc'],
  ['passing', '451 4.7.1 Временная ошибка, попробуйте позже'],
  ['sender', '550 5.7.1 Relaying denied. Отправка запрещена: требуется авторизация'],
  ['refused', '550 5.7.1 Письмо отклонено: ваш IP находится в черном списке'],
  // Chinese
  ['address', '550 Mailbox not found. http://service.mail.qq.example/cgi-bin/help?subtype=1&&no=1000728'],
  ['address', '550 收件人地址不存在'],
  ['address', '550 User not found: ana@163.example'],
  ['mailbox', '552 收件人邮箱空间已满'],
  ['refused', '550 Mail content denied. http://service.mail.qq.example/cgi-bin/help?subtype=1&&id=20022&&no=1000726'],
  [
    'refused',
    '554 DT:SPM 163 smtp12,EMCowAD3. please see http://mail.163.example/help/help_spam_16.htm?ip=203.0.113.4',
  ],
  ['sender', '550 Domain may not exist or DNS check failed. http://service.mail.qq.example DNS查询失败: 发件人域名'],
  ['sender', '550 发送频率过高，连接被限制'],
  ['passing', '451 系统繁忙，请稍后再试'],
  ['refused', '550 邮件被判定为垃圾邮件，已拒收'],
  ['mailbox', '550 该用户已被停用'],
  // Japanese and Korean
  ['address', '550 5.1.1 宛先不明のためメールを配信できません'],
  ['address', '550 Unknown user ana@docomo.example'],
  ['mailbox', '552 5.2.2 宛先のメールボックスの容量が一杯です'],
  ['refused', '550 5.7.1 迷惑メールと判定されたため受信を拒否しました'],
  ['passing', '一時的に配送できません。しばらくしてから再送してください'],
  ['address', '550 5.1.1 <ana@naver.example>: 존재하지 않는 사용자입니다'],
  ['mailbox', '552 5.2.2 받는 사람의 메일함 용량이 초과되었습니다'],
  ['refused', '550 5.7.1 스팸으로 차단되었습니다 (naver)'],
  ['address', '550 5.1.1 No such user: ana@naver.example - nsmtp'],
  // Delivery reports and odd shapes
  [
    'address',
    'Final-Recipient: rfc822; ana@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550-Requested action not taken: mailbox unavailable',
  ],
  [
    'mailbox',
    "Action: failed\nStatus: 5.2.2\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp;552 5.2.2 This message is larger than the current system limit or the recipient's mailbox is full.",
  ],
  [
    'passing',
    'Action: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; Connection timed out\nWill-Retry-Until: Tue, 3 Mar 2026 10:00:00 +0000',
  ],
  [
    'address',
    'Reporting-MTA: dns; mail.example\nAction: failed\nStatus: 5.4.4 (unable to route)\nDiagnostic-Code: smtp; 550 Host unknown',
  ],
  [
    'passing',
    'Action: failed\nStatus: 4.4.7\nDiagnostic-Code: X-Postfix; delivery temporarily suspended: connection timed out',
  ],
  ['refused', 'Status: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Message rejected as spam by Content Filtering.'],
  ['address', 'x-unix; user unknown'],
  ['mailbox', 'x-unix; procmail: Quota exceeded while writing "/var/mail/ana"'],
  ['address', 'X-Notes; Recipient user name ana not unique or not found in the address book'],
  ['unknown', '550'],
  ['unknown', '554 Transaction failed'],
  ['unknown', 'smtp; 550 Permanent error'],
  ['unknown', '5.0.0 undefined error'],
  ['unknown', 'Delivery failed'],
  ['unknown', 'bounce'],
  ['unknown', '550 5.0.0 Message could not be delivered'],
  ['unknown', 'Error: 0x80040610'],
  ['unknown', 'status=bounced'],
  ['unknown', '550 Requested action not taken'],
  ['unknown', 'Undelivered Mail Returned to Sender'],
  ['unknown', 'smtp;554 5.0.0 Service'],
  ['unknown', 'Ha ocurrido un problema y su mensaje no pudo entregarse'],
];
