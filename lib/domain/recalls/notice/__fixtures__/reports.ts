import type { NoticeCase } from './cases.ts';

/** Forms found missing when notices nobody had in mind were read: pharmacies' own lots, lists without a label, what descriptions hold besides. */
export const reports: readonly NoticeCase[] = [
  { text: 'Lot: 07192024:91 BUD: 10/17/2024; 08132024:74 BUD:12/11/2024', lots: ['07192024:91', '08132024:74'] },
  {
    text: 'Lot number DABDBFAC:48, Exp date: 5/17/2024; and Lot number DABDCEAB:14, Exp date: 4/25/2024.',
    lots: ['DABDBFAC:48', 'DABDCEAB:14'],
  },
  { text: 'Lot Numbers: 22-09-13:1; 22-09-14:2', lots: ['22-09-13:1', '22-09-14:2'] },
  { text: 'Lot #: HZT, JQM, Exp. Date Jan 5, 2027', lots: ['HZT', 'JQM'] },
  { text: 'Lot Numbers: 25118049M, 251720071M, Exp between 07/15/25-10/12/25', lots: ['25118049M', '251720071M'] },
  {
    text: 'All lots distributed in May; 03162025@23, 14/2025; 03172025@40, 5/2025',
    lots: ['03162025@23', '03172025@40'],
    allLots: true,
  },
  { text: "Rx #'s:    0498243    0494272      0483374" },
  { text: 'SKUs: 887484; 887531; 887503' },
  {
    text: 'Subset of Lot 3199821, Expires: 05/31/2027 Specific Serial Numbers being Recalled: 260K794WW06Y; 2D84B796RSSG; 2V7A3N888M4W',
    lots: ['3199821'],
  },
  { text: 'Serial Number 55-1001 through 55-1200; Lot 88A2231', lots: ['88A2231'] },
  { text: 'Lot:4618858 = 204,760; Lot:4618873 =81,460', lots: ['4618858', '4618873'] },
  { text: 'Lot: MFG: 2024/05/10 L/N: 20240510-3', lots: ['20240510-3'] },
  { text: 'B/N 402266, EXP 11/2026', lots: ['402266'] },
  {
    text: 'Lots: 66403A-D, 66404A-C; Exp 10/25',
    ranges: [
      ['66403A', '66403D'],
      ['66404A', '66404C'],
    ],
  },
  {
    text: 'Lots G220A-G220D and G221A through F',
    ranges: [
      ['G220A', 'G220D'],
      ['G221A', 'G221F'],
    ],
  },
  { text: 'Lots: 72Q-1, 72Q-3, 73Q-4, No Expiration Date', lots: ['72Q-1', '72Q-3', '73Q-4'] },
  { text: 'Lot Nos. 19E001 ... 19E044', ranges: [['19E001', '19E044']] },
  { text: 'From 5000879 to 5000964', ranges: [['5000879', '5000964']] },
  { text: 'Lots 12345 through 60', ranges: [['12345', '12360']] },
  { text: 'lot codes starting with ZR-51006 and ending with ZR-53558', ranges: [['ZR-51006', 'ZR-53558']] },
  { text: 'units from lots 6R-100 or 6R-101 should be quarantined', lots: ['6R-100', '6R-101'] },
  {
    text: 'Bulk Lot #  2169752A, exp. date 01/2026, 1000 tablets/bottle  2169753A, exp. date 01/2026, 90 tablets/bottle',
    lots: ['2169752A', '2169753A'],
  },
  {
    text: 'Lot #: 20113888, Exp 5/31/2023.    Spain product: 20112623, 20112625, Exp 5/31/2023;     Korea product: 20112969, Exp 5/31/2023.',
    lots: ['20113888', '20112623', '20112625', '20112969'],
  },
  {
    text: 'Lot #  27231980, ep.. date Aug-25 Harrow 27232044, ep.. date Aug-25 Northmoor  27241436, ep.. date Jul-26 Harrow',
    lots: ['27231980', '27232044', '27241436'],
  },
  { text: 'LOT 3310K5, MFG DATE 2025-01-12, EXP DATE 2027-01-11, QTY 14400', lots: ['3310K5'] },
  { text: 'A total of 44 lots (exp. 2026-2028) were reviewed' },
  { text: 'Número de lote/caducidad: 51A/ene 2027; 51B/feb 2027', lots: ['51A', '51B'] },
  { text: 'All lot numbers with expiration dates on or before 06/2027', allLots: true },
  { text: 'For all lot numbers please see the attached list' },
  { text: 'All Product Lots within Expiry', allLots: true },
  { text: 'All product in distribution as of 2/27/2026', allLots: true },
  { text: 'No lot numbers provided. Recall includes all product.', allLots: true },
  {
    text: 'Recall includes all sterile products compounded between 05/17/2026 and 11/17/2026.    Known lot codes (Exp Date): 07282026G (09/08/2026), 07082026E (08/22/2026).',
    lots: ['07282026G', '07082026E'],
    allLots: true,
  },
  { text: 'Lot(s): All within expiry', allLots: true },
  { text: 'Todas las presentaciones y lotes vigentes del producto Zeltos jarabe', allLots: true },
  {
    text: 'Lots 4V10, 4V11. Lots 4V12 and 4V13 are acceptable for use.',
    lots: ['4V10', '4V11'],
    exclusions: ['4V12', '4V13'],
  },
  { text: 'Polidozel 5%, 1990 Westmill Blvd. Ste 135, Los Altos, CA 90025; NDC 91283-060-3', ndcs: ['91283-060-3'] },
  { text: 'Harrow, El Monte, TX 79912.  NDC: 094365-400-13. NDC9321678316', ndcs: ['094365-400-13', '9321678316'] },
  { text: 'Zelatrin Suspension, 10 mL vial, Rx only, Harrow Compounder, 115 S. 40th Ave., Rivertown, MS  39402' },
  {
    text: 'Corvasine Strips, Manufactured by Zel Lens Ltd., Survey No. 348/22, Zelpura, India - 270015, Distributed by: Harrow, 8767 E Via #175, Rivertown, AZ, 84147, NDC 97238-900-11.',
    ndcs: ['97238-900-11'],
  },
  {
    text: 'QUAD1(ZEL/COR/TRI) 0.9 mg/0.2 mg Injectable, a) 2 mL and b) 5 mL vials,  Compounded by Harrow Pharmacy, Rivertown, FL',
  },
  {
    text: 'Lot  Exp Date   Qty\n------------------\n4411A   05/26   1200\n4412A   05/26   1150',
    lots: ['4411A', '4412A'],
  },
  { text: 'Lot #: 100501 through #: 100520', ranges: [['100501', '100520']] },
  { text: 'Lot 7781 (recalled), lot 7782 (not recalled)', lots: ['7781'], exclusions: ['7782'] },
  { text: 'Lot 9K220 has been removed from this recall.', exclusions: ['9K220'] },
  { text: 'Only lots listed here are recalled: 7783, 7784.', lots: ['7783', '7784'] },
  { text: 'the lot number previously published as 5H221 should read 5H212', lots: ['5H221', '5H212'] },
  { text: 'Lot Number: UNK; Serial Number: 10020030' },
  { text: 'batch D2211C1, EU/1/15/1001/003, expiry 30-Apr-2027', lots: ['D2211C1'] },
  { text: 'Batches 310221 (exp 02/27), 310222 (exp 02/27). TT50-1234', lots: ['310221', '310222'] },
  { text: 'Lots: 5/14/26-A, 5/14/26-B', lots: ['5/14/26-A', '5/14/26-B'] },
];
