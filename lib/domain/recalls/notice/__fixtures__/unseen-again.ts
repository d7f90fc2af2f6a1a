import type { NoticeCase } from './cases.ts';

/** A second set, labelled after the first one had corrected the rules and before these saw it. */
export const unseenAgain: readonly NoticeCase[] = [
  {
    text: 'a) Lot 4417A, exp 1/26; Lot 4418A, exp 1/26; b) Lot 5520B exp 2/26, Lot 5521B exp 2/26; c) All lots of the 500-ct bottle within expiry',
    lots: ['4417A', '4418A', '5520B', '5521B'],
    allLots: true,
  },
  {
    text: 'Lot numbers TX0091 - TX0118 (inclusive), TX0120, and TX0125',
    lots: ['TX0120', 'TX0125'],
    ranges: [['TX0091', 'TX0118']],
  },
  {
    text: 'Carton NDC 91234-0888-12 / Vial NDC 91234-0888-01; Lots: CLF2301, CLF2302; Exp. Feb 2026',
    lots: ['CLF2301', 'CLF2302'],
    ndcs: ['91234-0888-12', '91234-0888-01'],
  },
  {
    text: 'Code Information: Lots 1001234 and 1001235 EXP 07/31/27 Distribution: Nationwide. Quantity: 12,340 cartons.',
    lots: ['1001234', '1001235'],
  },
  {
    text: 'AEMPS. Alerta farmacéutica R_17/2025. Medicamento: NEXARIL 75 mg cápsulas duras, 56 cápsulas (NR: 88123, CN: 733221). DCPS: nexarilo. Lote: 2411B03, fecha de caducidad 30/11/2026; lote: 2412B01, fecha de caducidad 31/12/2026. Medidas cautelares: retirada del mercado de todas las unidades distribuidas de los lotes afectados.',
    lots: ['2411B03', '2412B01'],
  },
  {
    text: 'Affected product: Zentrol HCT. Lots affected: 7GH11 (exp. 11/2025) | 7GH12 (exp. 11/2025) | 7GJ01 (exp. 01/2026)',
    lots: ['7GH11', '7GH12', '7GJ01'],
  },
  {
    text: 'Lot FX-300-22 was tested and is not affected. Only lot FX-301-22 is being recalled.',
    lots: ['FX-301-22'],
    exclusions: ['FX-300-22'],
  },
  {
    text: 'BATCH: 22E/0451  MFD: 05.2022  EXP: 04.2025\nBATCH: 22E/0452  MFD: 05.2022  EXP: 04.2025',
    lots: ['22E/0451', '22E/0452'],
  },
  {
    text: 'lots with expiration dates on or after 09/2026: PH4410, PH4411; lots with earlier dates are not included',
    lots: ['PH4410', 'PH4411'],
  },
  {
    text: 'Product code 88120-55, lot codes 23 104 and 23 105, UPC 8 50012 34567 1, Best Before 2026 MR 14',
    lots: ['23 104', '23 105'],
  },
  {
    text: 'Lot: H7712001 to H7712009; H7713001; H7713004 to H7713006. Exp. 2026-05',
    lots: ['H7713001'],
    ranges: [
      ['H7712001', 'H7712009'],
      ['H7713004', 'H7713006'],
    ],
  },
  {
    text: 'Compounded on 04/02/2025, Rx batch # 04022025:17@12, BUD 07/01/2025; batch # 04022025:18@3, BUD 07/01/2025',
    lots: ['04022025:17@12', '04022025:18@3'],
  },
  {
    text: 'Chargen: 410112, 410113; Verfall 03.2026. Alle anderen Chargen sind nicht betroffen.',
    lots: ['410112', '410113'],
  },
  {
    text: 'The company is recalling lot 88-1123 to the retail level following 3 complaints out of 45,000 bottles sold; customers may call 800.555.0123, M-F, 8:00 am-5:00 pm ET.',
    lots: ['88-1123'],
  },
  {
    text: 'NDC 91234-555-60, 60 tablets: ET2201, ET2202. NDC 91234-555-90, 90 tablets: ET2203.',
    lots: ['ET2201', 'ET2202', 'ET2203'],
    ndcs: ['91234-555-60', '91234-555-90'],
  },
  { text: 'Lot\tQty\tShip Date\nPZ401\t1,200\t03/04/2024\nPZ402\t960\t03/11/2024', lots: ['PZ401', 'PZ402'] },
  {
    text: 'Número de lote: B-4471 (vencimiento 06/2026), B-4472 (vencimiento 06/2026) y B-4480 (vencimiento 08/2026)',
    lots: ['B-4471', 'B-4472', 'B-4480'],
  },
  { text: 'Se retiran todos los lotes vigentes del producto Orvalin 100 mg/5 ml suspensión.', allLots: true },
  {
    text: 'All lots of Zentrol 10 mg (NDC 91234-010-30) except lots ZT550 and ZT551.',
    ndcs: ['91234-010-30'],
    allLots: true,
    exclusions: ['ZT550', 'ZT551'],
  },
  {
    text: 'Kit lot K22011 containing syringe lot 8123345 and drug vial lot DV0091',
    lots: ['K22011', '8123345', 'DV0091'],
  },
  {
    text: 'LOT NUMBER EXPIRATION DATE LOT NUMBER EXPIRATION DATE\nQ10112 10/26 Q10113 10/26\nQ10114 11/26 Q10115 11/26',
    lots: ['Q10112', 'Q10113', 'Q10114', 'Q10115'],
  },
  { text: 'Lote 0J4431/1, 0J4431/2, 0J4432/1. Venc.: SEP/2025', lots: ['0J4431/1', '0J4431/2', '0J4432/1'] },
  { text: 'Lot(s): W041 W042 W043 W050 Exp: 12/25', lots: ['W041', 'W042', 'W043', 'W050'] },
  { text: 'Device serial range 440-1000 to 440-1999, no lot number is associated with this product.' },
  {
    text: 'Exp 08/2025: lots R7701, R7702, R7703; Exp 09/2025: lots R7810 through R7815; Exp 10/2025: lot R7901',
    lots: ['R7701', 'R7702', 'R7703', 'R7901'],
    ranges: [['R7810', 'R7815']],
  },
];
