/** A generic medicine as the three systems name it. Codes only look the part: none of them is meant to be looked up. */
export type Medicine = {
  /** In the ids of its shelf and its lots. */
  readonly slug: string;
  readonly code: string;
  readonly display: string;
  readonly dose: { readonly amount: number; readonly unit: string };
  readonly route: string;
  readonly frequency: string;
  readonly english: string;
  readonly spanish: string;
  readonly quantity: number;
  readonly unit: 'tablet' | 'capsule' | 'ml' | 'dose';
  readonly days: number;
  readonly schedule: 'II' | 'III' | 'IV' | 'V' | null;
  /** The product's code at Osigu, and the treatment's at Photon. */
  readonly product: string;
  readonly treatment: string;
};

type Sig = readonly [frequency: string, english: string, spanish: string];

const daily: Sig = ['QD', 'Take once daily', '1 vez al día'];
const nightly: Sig = ['QHS', 'Take at bedtime', '1 vez al día al acostarse'];
const twice: Sig = ['BID', 'Take twice daily with food', '1 cada 12 horas con comida'];
const thrice: Sig = ['TID', 'Take every 8 hours until finished', '1 cada 8 horas hasta terminar'];
const morning: Sig = ['QAM', 'Take every morning before breakfast', '1 cada mañana en ayunas'];
const asNeeded: Sig = ['Q6H PRN', 'Take every 6 hours if needed for pain', '1 cada 6 horas si hay dolor'];
const puffs: Sig = ['Q4H PRN', 'Inhale 2 puffs every 4 hours if needed', '2 inhalaciones cada 4 horas si hace falta'];
const spoon: Sig = ['Q8H PRN', 'Take 10 ml every 8 hours if there is fever', '10 ml cada 8 horas si hay fiebre'];

type Row = readonly [
  name: string,
  rx: number,
  strength: number,
  strengthUnit: string,
  form: string,
  sig: Sig,
  quantity: number,
  days: number,
  schedule?: Medicine['schedule'],
];

const tablet = 'Oral Tablet';
const capsule = 'Oral Capsule';

const rows: readonly Row[] = [
  ['Metformin', 861007, 500, 'MG', tablet, twice, 60, 30],
  ['Lisinopril', 314076, 10, 'MG', tablet, daily, 30, 30],
  ['Losartan', 979492, 50, 'MG', tablet, daily, 30, 30],
  ['Enalapril', 858810, 10, 'MG', tablet, twice, 60, 30],
  ['Amlodipine', 197361, 5, 'MG', tablet, daily, 30, 30],
  ['Hydrochlorothiazide', 310798, 25, 'MG', tablet, morning, 30, 30],
  ['Atorvastatin', 617310, 20, 'MG', tablet, nightly, 30, 30],
  ['Simvastatin', 312961, 20, 'MG', tablet, nightly, 30, 30],
  ['Levothyroxine', 966224, 75, 'MCG', tablet, morning, 30, 30],
  ['Omeprazole', 198051, 20, 'MG', capsule, morning, 28, 28],
  ['Pantoprazole', 251872, 40, 'MG', tablet, morning, 28, 28],
  ['Amoxicillin', 308191, 500, 'MG', capsule, thrice, 21, 7],
  ['Cefalexin', 309114, 500, 'MG', capsule, thrice, 21, 7],
  ['Azithromycin', 248656, 500, 'MG', tablet, daily, 3, 3],
  ['Ciprofloxacin', 309309, 500, 'MG', tablet, twice, 14, 7],
  ['Ibuprofen', 197806, 600, 'MG', tablet, thrice, 15, 5],
  ['Prednisone', 312617, 20, 'MG', tablet, morning, 10, 10],
  ['Salbutamol', 745752, 100, 'MCG', 'Inhaler', puffs, 200, 30],
  ['Loratadine', 311372, 10, 'MG', tablet, daily, 20, 20],
  ['Sertraline', 312941, 50, 'MG', tablet, daily, 30, 30],
  ['Paracetamol Suspension', 307675, 32, 'MG', 'Oral Liquid', spoon, 120, 4],
  ['Oxycodone', 1049621, 5, 'MG', tablet, asNeeded, 20, 5, 'II'],
  ['Codeine Phosphate', 197695, 30, 'MG', tablet, asNeeded, 20, 5, 'III'],
  ['Diazepam', 197591, 5, 'MG', tablet, nightly, 10, 10, 'IV'],
  ['Pregabalin', 483442, 75, 'MG', capsule, twice, 56, 28, 'V'],
];

const units: Readonly<Record<string, Medicine['unit']>> = {
  [tablet]: 'tablet',
  [capsule]: 'capsule',
  'Oral Liquid': 'ml',
};

export const medicines: readonly Medicine[] = rows.map((row, index) => {
  const [name, rx, amount, strengthUnit, form, [frequency, english, spanish], quantity, days, schedule = null] = row;
  const slug = name.toLowerCase().split(' ')[0] ?? name;
  return {
    slug,
    code: `RxNorm|${rx}`,
    display: `${name} ${amount} ${strengthUnit} ${form}`,
    dose: { amount, unit: strengthUnit.toLowerCase() },
    route: form === 'Inhaler' ? 'inhalation' : 'oral',
    ...{ frequency, english, spanish, quantity, days, schedule },
    unit: units[form] ?? 'dose',
    product: `MED-${String(100 + index)}`,
    treatment: `med_${slug}_${amount}`,
  };
});
