/** The rule for a password: long, and not one of those that everybody tries first. Any characters are permitted (NIST SP 800-63B). */
export const shortestPassword = 12;
export const longestPassword = 256;
export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'too-simple' | 'names-account';

/** Passwords that attackers try first, of the length that the rule asks for; compared without spaces, case and the digits at the end. */
const worst: ReadonlySet<string> = new Set([
  ...['password', 'passwordpassword', 'passw0rdpassw0rd', 'mypassword', 'mypasswordis', 'changeme', 'changemechangeme'],
  ...['letmein', 'letmeinletmein', 'letmeinplease', 'welcome', 'welcomewelcome', 'welcometothejungle', 'administrator'],
  ...[
    'adminadmin',
    'adminadminadmin',
    'qwertyuiop',
    'qwertyqwerty',
    'qwertyuiopasdf',
    'qwertyuiopasdfghjkl',
    'asdfghjkl',
  ],
  ...['zxcvbnm', 'qazwsxedc', 'qazwsxedcrfv', 'qweasdzxc', 'iloveyou', 'iloveyouforever', 'iloveyousomuch', 'sunshine'],
  ...[
    'princess',
    'football',
    'footballfootball',
    'baseball',
    'superman',
    'trustnoone',
    'trustno',
    'monkeymonkey',
    'dragondragon',
  ],
  ...['correcthorsebatterystaple', 'contraseña', 'contrasena', 'micontraseña', 'micontrasena', 'contraseñacontraseña'],
  ...[
    'holaholahola',
    'bienvenido',
    'bienvenidos',
    'administrador',
    'teamomucho',
    'tequieromucho',
    'scriptline',
    'pharmacy',
  ],
  ...[
    'prescription',
    'prescriptions',
    'farmacia',
    'farmacéutico',
    'hospital',
    'medication',
    'medicine',
    'doctordoctor',
  ],
]);

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];

/** One key again and again, a few of them in turn, or a run along the alphabet, the digits or the keyboard. */
function isSimple(letters: string): boolean {
  if (new Set(letters).size < 5) return true;
  const turned = [...letters].reverse().join('');
  if (rows.some((row) => row.includes(letters) || row.includes(turned))) return true;
  return [1, 2, 3, 4, 5, 6].some(
    (step) => letters === letters.slice(0, step).repeat(letters.length).slice(0, letters.length),
  );
}

/** The reason why a password is refused for the account of `email`; null when it is permitted. Lengths in characters as a person counts them. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const length = [...password.normalize('NFC')].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const letters = password.normalize('NFC').toLowerCase().replace(/\s+/g, '');
  if (isSimple(letters)) return 'too-simple';
  const bare = letters.replace(/[\d!.?*#_-]+$/, '');
  if (worst.has(bare) || worst.has(letters)) return 'too-common';
  const name = email.split('@')[0]?.toLowerCase() ?? '';
  const withoutAddress = letters.replace(email.toLowerCase(), '').replace(name, '');
  return name.length >= 4 && [...withoutAddress].length < 6 ? 'names-account' : null;
}
