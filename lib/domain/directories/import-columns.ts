import { plain } from '#lib/domain/base/terms';

/** A file's column, as the clinic may head it in either language; anything but letters and digits is passed over. */
const heads = {
  patients: {
    name: ['name', 'full name', 'patient', 'nombre', 'nombre completo', 'paciente'],
    phone: ['phone', 'telephone', 'mobile', 'teléfono', 'celular', 'móvil'],
    email: ['email', 'e-mail', 'mail', 'correo', 'correo electrónico'],
    language: ['language', 'lang', 'idioma', 'lengua'],
    osigu_id: ['osigu_id', 'id osigu', 'osigu'],
    photon_id: ['photon_id', 'id photon', 'photon'],
    medication_id: ['medication_id', 'id medication', 'medication service id', 'id hospital', 'hospital id'],
    external_id: ['external_id', 'id externo', 'identificador externo', 'mrn', 'expediente'],
  },
  products: {
    display: ['display', 'name', 'product', 'medicine', 'nombre', 'producto', 'medicamento'],
    unit: ['unit', 'unidad'],
    schedule: ['schedule', 'clasificación', 'lista'],
    reorder_point: ['reorder_point', 'reorder at', 'punto de pedido', 'punto de reorden'],
    osigu_code: ['osigu_code', 'código osigu', 'codigo osigu'],
    photon_code: ['photon_code', 'código photon'],
    medication_code: ['medication_code', 'código medication', 'código hospital', 'hospital code'],
  },
  encounters: {
    prescription: [
      'prescription',
      'prescription code',
      'prescription id',
      'receta',
      'código de receta',
      'id de receta',
    ],
    encounter_id: ['encounter_id', 'encounter', 'visit', 'encuentro', 'id de encuentro', 'consulta', 'visita'],
  },
} as const;

export type ImportKind = keyof typeof heads;
export type ColumnOf<K extends ImportKind> = keyof (typeof heads)[K] & string;

const bare = (head: string) => plain(head).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Our column for each head of a file; null for one that means nothing here. The order of the answer is the file's. */
export function columnsOf<K extends ImportKind>(kind: K, head: readonly string[]): readonly (ColumnOf<K> | null)[] {
  const known = new Map<string, ColumnOf<K>>();
  for (const column in heads[kind]) {
    const names: unknown = heads[kind][column];
    if (Array.isArray(names)) for (const name of names) known.set(bare(String(name)), column);
  }
  return head.map((cell) => known.get(bare(cell)) ?? null);
}

/** The heads of a file that can be imported, as the screens offer it. */
export function columnNames(kind: ImportKind): readonly string[] {
  return Object.keys(heads[kind]);
}
