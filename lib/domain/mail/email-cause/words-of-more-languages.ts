import type { Sayings } from './words-of-other-languages.ts';

/** Swedish, Danish and Norwegian, Finnish, Dutch, Polish, Czech, Hungarian, Romanian, Turkish: their few usual sentences. */
export const fartherSayings: Sayings = {
  address: [
    '(användaren|mottagaren|adressen|brevlådan|kontot|domänen) … (finns inte|okänd|existerar inte|ogiltig|hittades inte)|okänd (användare|mottagare|adress)',
    '(brugeren|modtageren|brukeren|mottakeren|adressen|postkassen|kontoen|domænet|domenet) … (findes ikke|finnes ikke|eksisterer ikke|ukendt|ukjent|ugyldig)|(ukendt|ukjent) (bruger|modtager|bruker|mottaker|adresse)',
    '(käyttäjää|vastaanottajaa|osoitetta|postilaatikkoa|verkkotunnusta) … (ei löydy|ei ole|ei löytynyt)|(tuntematon|virheellinen) (käyttäjä|vastaanottaja|osoite)',
    '(gebruiker|ontvanger|adres|postvak|account|domein) … (onbekend|bestaat (hier )?niet|niet gevonden|ongeldig)',
    '(nie ma takiego|brak takiego|nie istnieje taki) (użytkownika|odbiorcy|adresu|konta|użytkownik|odbiorca|adres)|(użytkownik|odbiorca|adres|skrzynka|konto|domena) … (nie istnieje|nieznan[aey]|nieprawidłow[aey]|nie został[ao]? znalezion[aey])',
    '(uživatel|příjemce|adresa|schránka|účet|doména) … (neexistuje|neznám[áý]|nenalezen[ao]?|neplatn[áý])|neznámý (uživatel|příjemce)|neexistující (adresa|schránka)',
    '(címzett|felhasználó|cím|postafiók|postaláda) … (ismeretlen|nem létezik|nem található|érvénytelen)|ismeretlen (címzett|felhasználó|cím)|nincs ilyen (címzett|felhasználó|postafiók)',
    '(utilizatorul|destinatarul|adresa|contul|căsuța|domeniul) … (nu există|necunoscut[ăa]?|invalid[ăa]?|nu a fost găsit[ăa]?)',
    '(kullanıcı|alıcı|adres|posta kutusu|hesap|alan adı) … (bulunamadı|yok|mevcut değil|bilinmiyor|geçersiz)|(bilinmeyen|geçersiz) (kullanıcı|alıcı|adres)',
  ],
  mailbox: [
    '(brevlådan|inkorgen|postkassen|indbakken|innboksen|kvoten) … (full|fuld|fylld|överskriden|overskredet)|kontot … (inaktiverat|avstängt|spärrat)',
    '(postilaatikko|sähköpostilaatikko) … (täynnä|täysi)|tili … (suljettu|poistettu käytöstä)',
    '(postvak|mailbox|inbox|quotum) … (vol|overschreden)|account … (uitgeschakeld|geblokkeerd|opgeheven)',
    '(skrzynka|limit skrzynki|pojemność) … (pełna|przepełniona|przekroczon[aey]?)|konto … (zablokowane|nieaktywne|wyłączone|zawieszone)',
    '(schránka|kvóta) … (plná|překročena)|účet … (zablokován|deaktivován|zrušen)',
    '(postafiók|postaláda|tárhely) … (megtelt|tele)|(fiók) … (letiltva|felfüggesztve)',
    '(căsuța|cutia poștală|cota) … (plină|depășită)|contul … (dezactivat|suspendat)',
    '(posta kutusu|kota|gelen kutusu) … (dolu|doldu|aşıldı|aşıyor)|hesap … (devre dışı|askıya alın[a-z]{1,4}|kapatıl[a-z]{1,4})',
  ],
  refused: [
    '(skräppost|svartlist[a-z]{1,4}|uønsket|søppelpost|roskaposti[a-z]{0,4}|mustalla listalla)',
    '(ongewenst|zwarte lijst|geweigerd|niechcian[aey]|czarnej liście|nevyžádan[áéý]|černé listině|kéretlen|feketelist[aá][a-z]{0,4}|nesolicitat|lista neagră|kara liste[a-z]{0,4}|istenmeyen)',
  ],
  sender: [
    '(autentisering|inloggning|todennus|kirjautuminen|authenticatie|uwierzytelni[a-z]{1,6}|ověření|hitelesítés|autentificare|kimlik doğrulama) … (krävs|kräves|misslyckades|vaaditaan|epäonnistui|vereist|mislukt|wymagane|nieudane|vyžadováno|selhalo|szükséges|sikertelen|necesară|eșuat[ăa]?|gerekli|başarısız)',
    '(för många|for mange|liian monta|te veel|zbyt wiele|příliš mnoho|túl sok|prea multe|çok fazla) … (anslutningar|meddelanden|forbindelser|meldinger|yhteyttä|viestiä|verbindingen|berichten|połączeń|wiadomości|spojení|zpráv|kapcsolat|üzenet|conexiuni|mesaje|bağlantı|ileti)',
  ],
  passing: [
    'vertraagd|försenat|forsinket|opóźnion[aey]|zpožděn[aáoý]|(försök igen|prøv igen|prøv igjen|yritä uudelleen|probeer het later|spróbuj ponownie|zkuste to později|próbálja később|încercați mai târziu|tekrar deneyin|daha sonra)',
    '(tillfälligt|midlertidig|tilapäi[a-z]{1,6}|tijdelijk[e]?|tymczasow[aeoy]|dočasn[aáéěý]|átmeneti[a-z]{0,3}|temporar|geçici)',
    '(servern|serveren|palvelin|serwer|szerver|serverul|sunucu) … (svarar inte|svarer ikke|ei vastaa|nie odpowiada|neodpovídá|nem válaszol|nu răspunde|yanıt vermiyor)',
  ],
};

/** Russian and Ukrainian, Chinese, Japanese, Korean: what the nearer table lacks. */
export const fartherStems: Sayings = {
  address: [
    '(ящик|користувач|одержувач|адрес[аиу]?)[а-яіїє]* .{0,20}(не знайден|не існу|невідом)|нет такого (пользовател|ящик|адрес|получател)',
    '(存在しない|見つからない|無効な)(宛先|ユーザー|アドレス|受信者|ドメイン|メールアドレス)|(宛先|アドレス)が(正しくありません|間違っています)',
    '(사용자|수신자|주소|계정|메일함|도메인).{0,12}(찾을 수 없|없습니다|존재하지|알 수 없|잘못)',
    '(查无此人|收件人.{0,4}不存在|地址.{0,4}错误|域名.{0,6}无法解析)',
  ],
  mailbox: [
    '(квот[аы]|скриньк)[а-яіїє]*.{0,20}(перевищен|переповнен)',
    '(메일함|사서함|용량).{0,12}(가득|초과|부족)|계정.{0,8}(정지|비활성|휴면)',
    '(邮箱|帐户|账户).{0,6}(冻结|停用|禁用)|超过.{0,6}(大小|容量)',
  ],
  refused: [
    '(스팸|차단|수신 ?거부)',
    '(被拦截|反垃圾|疑似垃圾|スパム|受信拒否)',
    '(отклонен|заблокирован)[а-я]* .{0,20}(сервер|получател|антиспам)',
  ],
  sender: [
    '(인증).{0,8}(실패|필요)|연결.{0,6}(너무 많|초과)',
    '(превышен|слишком част)[а-я]* .{0,20}(отправ|соединен|подключен)|отправител[а-я]* .{0,16}(не найден|не существу|не подтвержден)',
    '(発信|送信)(元|者).{0,10}(不正|存在し|認証)|接続数.{0,8}(多|超)',
  ],
  passing: [
    '(таймаут|тайм-аут|время ожидания|соединение.{0,12}(прервано|сброшено|не установлено)|сервер.{0,16}(не отвечает|недоступен|занят))',
    '(接続できま|接続でき|応答がありません|混み合って|再度お試し)',
    '(연결할 수 없|시간 ?초과|나중에 다시|일시적)',
    '(连接失败|无法连接|系统繁忙|服务器忙|网络错误|请稍后)',
  ],
};
