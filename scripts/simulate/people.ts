import type { Random } from './random.ts';

/** Invented people: a name, and an address under names that nobody can own (RFC 2606). */
export type Person = { readonly first: string; readonly last: string; readonly email: string };

const firsts = [
  ...['Marisol', 'Ignacio', 'Lucero', 'Abril', 'Fermín', 'Nadia', 'Joaquín', 'Ximena', 'Rebeca', 'Octavio', 'Jimena'],
  ...['Harriet', 'Edmund', 'Clara', 'Rupert', 'Imogen', 'Silas', 'Mabel', 'Winston', 'Daphne', 'Felix', 'Beatrice'],
];
const lasts = [
  ...['Quirante', 'Solbes', 'Tarrazón', 'Velarriba', 'Monteagua', 'Ollarves', 'Peñablanca', 'Rivasol', 'Zubiría'],
  ...['Ashgrove', 'Pennywell', 'Thornbury', 'Larkmoor', 'Wetherfield', 'Hollowell', 'Brackenridge', 'Fairstream'],
];

export function person(random: Random): Person {
  const [first, last] = [random.pick(firsts), random.pick(lasts)];
  const plain = (text: string) => text.normalize('NFD').replace(/[^a-zA-Z]/g, '');
  const local = `${plain(first)}.${plain(last)}`.toLowerCase();
  return { first, last, email: `${local}@${random.pick(['example.com', 'example.org', 'mail.example.test'])}` };
}

/** The same address as a hurried hand types it. */
export function mistyped(email: string, random: Random): string {
  const [local = '', domain = ''] = email.split('@');
  const swap = random.int(1, local.length - 2);
  const swapped = `${local.slice(0, swap)}${local.slice(swap + 1, swap + 2)}${local.slice(swap, swap + 1)}${local.slice(swap + 2)}`;
  return random.pick([`${swapped}@${domain}`, `${local.slice(0, -1)}@${domain}`, `${local}@exmaple.test`]);
}
