import { expect, test } from 'vitest';
import { consumerDomains } from './consumer-domains.ts';
import { meantAddress } from './meant-address.ts';

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gmil.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.comm', 'gmail.com'],
  ['gmail,com', 'gmail.com'],
  ['gmail..com', 'gmail.com'],
  ['gmail.com.', 'gmail.com'],
  ['gmailcom', 'gmail.com'],
  ['gmail', 'gmail.com'],
  ['GMAIL.CMO', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hormail.es', 'hotmail.es'],
  ['hotmail.con.mx', 'hotmail.com.mx'],
  ['outlok.es', 'outlook.es'],
  ['yaho.com.mx', 'yahoo.com.mx'],
  ['yahooo.com', 'yahoo.com'],
  ['iclud.com', 'icloud.com'],
  ['livee.com', 'live.com'],
  ['protonmial.com', 'protonmail.com'],
  ['prodigy.ner.mx', 'prodigy.net.mx'],
])('at %s, %s was meant', (typed, meant) => {
  expect(meantAddress(`luz.perez@${typed}`)).toBe(`luz.perez@${meant}`);
});

test.each([
  ...['url.edu.gt', 'minfin.gob.gt', 'claro.com.gt', 'hospital.org', 'salud.gob.mx', 'ufmg.br', 'uba.ar', 'med.cat'],
  ...[
    'line.com',
    'love.com',
    'five.com',
    'like.com',
    'men.com',
    'ml.com',
    'pm.com',
    'mails.com',
    'emails.com',
    'qmail.com',
  ],
  ...['smail.com', 'grail.com', 'hormel.com', 'outlet.com', 'hotel.com', 'yahoo.com.py', 'hotmail.ro', 'outlook.dk'],
  ...[
    'gmx.li',
    'web.com',
    'icloud.de',
    'ymail.net',
    'proton.com',
    'free.com',
    'sapo.com',
    'bell.com',
    'company.co',
    'x.co',
  ],
])('an address at %s is left alone', (domain) => {
  expect(meantAddress(`luz.perez@${domain}`)).toBeNull();
});

test('no well-known domain is ever taken for a slip of another', () => {
  for (const domain of consumerDomains) expect([domain, meantAddress(`luz@${domain}`)]).toEqual([domain, null]);
  expect(new Set(consumerDomains).size).toBe(consumerDomains.length);
});

test.each(['luz', '@gmial.com', '', 'luz@', 'luz@.'])('%j is no address to suggest another for', (text) => {
  expect(meantAddress(text)).toBeNull();
});
