import type { Json } from '#lib/domain/base/json/json';
import { locales } from '#lib/domain/base/locale';
import type { DatedDeliveries } from './demo-mishaps.ts';
import { medicines } from './medicines.ts';
import { person } from './people.ts';
import { seeded } from './random.ts';

/** A clinic never has everything in its books: what is left out shows by its code, as it would. */
const leftOut = { products: 3, everyNthPatient: 9 } as const;
const seed = 20_262;

const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** The clinic's own list of medicines, with the codes that each sender uses. */
export function productsFile(): string {
  const rows = medicines
    .slice(0, -leftOut.products)
    .map(({ display, unit, schedule, product, treatment, code }) =>
      line([display, unit, schedule ?? '', product, treatment, code]),
    );
  return ['display,unit,schedule,osigu_code,photon_code,medication_code', ...rows].join('\n');
}

type Named = { readonly system: 'osigu' | 'photon' | 'medication'; readonly id: string; readonly name: string | null };

const text = (value: unknown, key: string): string | null => {
  const found: unknown = Reflect.get(Object(value), key);
  return typeof found === 'string' ? found : null;
};

function patientIn(source: string, event: Json): Named | null {
  const data: unknown = Reflect.get(Object(event), 'data');
  const patient: unknown = Reflect.get(Object(data), 'patient');
  if (source.endsWith('-osigu')) {
    const id = text(patient, 'patient_id');
    const name = [text(patient, 'first_name'), text(patient, 'last_name')].filter((part) => part !== null).join(' ');
    return id === null ? null : { system: 'osigu', id, name: name || null };
  }
  const photon = source.endsWith('-photon');
  const id = photon ? text(patient, 'id') : text(data, 'patientId');
  return id === null ? null : { system: photon ? 'photon' : 'medication', id, name: null };
}

function parsed(raw: string): Json {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

/** The people whom these events name by the run's own ids, each once, in the order of their ids. */
function patientsIn(dated: readonly DatedDeliveries[], run: string): readonly Named[] {
  const found = new Map<string, Named>();
  for (const { deliveries } of dated)
    for (const { source, raw } of deliveries) {
      const patient = patientIn(source, parsed(raw));
      if (patient?.id.includes(`_${run}_`)) found.set(`${patient.system}:${patient.id}`, patient);
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, patient]) => patient);
}

/**
 * The clinic's own list of the people in its senders' events: what each sender calls them, how they are reached and in which language. Two senders'
 * ids in one row are one person, because the clinic says so.
 */
export function patientsFile(dated: readonly DatedDeliveries[], run: string): string {
  const random = seeded(seed);
  const all = patientsIn(dated, run).filter((_, index) => index % leftOut.everyNthPatient !== 0);
  const spare = all.filter(({ system }) => system === 'medication');
  const twice = all.filter(({ system }) => system === 'osigu').slice(0, 3);
  const also = new Map(twice.map(({ id }, index) => [id, spare[index]?.id ?? '']));
  const joined = new Set(also.values());
  const rows = all.flatMap((patient, index) => {
    if (patient.system === 'medication' && joined.has(patient.id)) return [];
    const { first, last, email } = person(random);
    const of = (system: Named['system']) => (patient.system === system ? patient.id : '');
    const phone = `+502 5550 ${String(1000 + index)}`;
    return [
      line([
        ...[patient.name ?? `${first} ${last}`, phone, patient.name === null ? email : '', random.pick(locales)],
        ...[of('osigu'), of('photon'), of('medication') || (also.get(patient.id) ?? '')],
      ]),
    ];
  });
  return ['name,phone,email,language,osigu_id,photon_id,medication_id', ...rows].join('\n');
}
