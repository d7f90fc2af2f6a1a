import type { NoticeCase } from './cases.ts';

/** Written after the rules, to see what they do with notices nobody had in mind. */
export const later: readonly NoticeCase[] = [
  { text: 'Lot Number: 14B0221A Expiration Date: April 2016', lots: ['14B0221A'] },
  { text: 'Lots: a) #U0342; b) #U0355, U0356', lots: ['U0342', 'U0355', 'U0356'] },
  {
    text: 'All lots of Corvasine Injection 5 mg/mL, NDC 98765-700-05, within expiry',
    allLots: true,
    ndcs: ['98765-700-05'],
  },
  { text: 'All lots distributed since January 2019 that remain within expiry', allLots: true },
  { text: 'Lot # Exp. Date\n161203 06/2018\n161204 06/2018\n170101 07/2018', lots: ['161203', '161204', '170101'] },
  {
    text: 'Lot #160322@22, discard after 9/18/2016; Lot #160401@5, discard after 9/28/2016',
    lots: ['160322@22', '160401@5'],
  },
  { text: 'Lots: C600115, exp. date 31-May-16, C600215, exp. date 30-Jun-16', lots: ['C600115', 'C600215'] },
  {
    text: 'lot 4810A, 4811A (exp 07/2012); lot 4905B (exp 10/2012) and lot 4990C (exp 01/2013)',
    lots: ['4810A', '4811A', '4905B', '4990C'],
  },
  {
    text: 'Lot numbers 2F5K31, 2F5K32, 2F5K33 with expiration date of Jan 31, 2026',
    lots: ['2F5K31', '2F5K32', '2F5K33'],
  },
  {
    text: 'NDC 98765-0110-2; Lot Numbers 68H001, 68H002; Expiry 12/27. NDC 98765-0111-2; Lot Numbers 68J001; Expiry 01/28.',
    lots: ['68H001', '68H002', '68J001'],
    ndcs: ['98765-0110-2', '98765-0111-2'],
  },
  { text: 'Lot 19-0023 (BUD: 07/02/2019), Lot 19-0024 (BUD: 07/09/2019)', lots: ['19-0023', '19-0024'] },
  { text: 'Lot(s): KP9901\nExp date: 2025/03/31\nDIN: 02998877\nUPC: 0 62998 12345 6', lots: ['KP9901'] },
  { text: 'Lot: 07-14-2014:22@5, Exp 9/30/2014', lots: ['07-14-2014:22@5'] },
  { text: 'Any lot number with an expiration date of 06/2023 or earlier', allLots: true },
  { text: 'Firm lot number 300214 (repackaged from manufacturer lot number BX44120)', lots: ['300214', 'BX44120'] },
  { text: 'Lot 3102213 to 3102219, Exp. 10/15 - 11/15', ranges: [['3102213', '3102219']] },
  { text: '100-count bottles: lots 6HK11, 6HK12. 500-count bottles: lot 6HK20.', lots: ['6HK11', '6HK12', '6HK20'] },
  { text: 'Lots numbered 55000 – 55020 only', ranges: [['55000', '55020']] },
  {
    text: 'The lot numbers being recalled are BQ4001, BQ4002, BQ4003 and BQ4004.',
    lots: ['BQ4001', 'BQ4002', 'BQ4003', 'BQ4004'],
  },
  { text: 'Lot numbers being recalled by Harrow include: 0110A19, 0210A19', lots: ['0110A19', '0210A19'] },
  { text: 'Specific lots recalled: 23-071 (30 mL), 23-072 (60 mL).', lots: ['23-071', '23-072'] },
  {
    text: 'Corvasine 5mg Tablets (28 tablets), PL 98765/0012\nBatch No: T2209 Exp: 09/2025 Pack Size: 28 First Distributed: 03/11/2023\nBatch No: T2210 Exp: 10/2025 Pack Size: 28 First Distributed: 04/12/2023',
    lots: ['T2209', 'T2210'],
  },
  {
    text: 'Product description | Batch number | Expiry date | Pack size | First distributed\nCorvasine 10mg | 2207651 | 06/2024 | 56 | 10/08/2022',
    lots: ['2207651'],
  },
  { text: 'Strength\tLot\tExp\n5 mg\t8801, 8802\t1/26\n10 mg\t8901\t2/26', lots: ['8801', '8802', '8901'] },
  {
    text: 'Affected Lot Numbers\nGK4401\nGK4402\nGK4403\n\nWhat you should do\nStop using the product. Call 1-800-555-0100.',
    lots: ['GK4401', 'GK4402', 'GK4403'],
  },
  {
    text: 'DIN\tProduct\tLot\tExpiry\n02911111\tNor-Zelatrin 5 mg\tTX1180\t2025-08\n02911112\tNor-Zelatrin 10 mg\tTX1181\t2025-09',
    lots: ['TX1180', 'TX1181'],
  },
  {
    text: 'Lot 33G18 is being recalled because it contains tablets of lot 33G19 of another strength.',
    lots: ['33G18', '33G19'],
  },
  { text: 'No lots are recalled at this time.' },
  { text: 'The lot number can be found on the side of the carton next to the expiry date. 24 tablets per carton.' },
  {
    text: 'As of 12 March 2024, Harrow has received 3 reports. FDA MedWatch: complete form 3500, call 1-800-332-1088 or fax 1-800-332-0178.',
  },
  { text: 'EMA/123456/2024. CHMP opinion of 14 November 2024. Regulation (EC) No 726/2004.' },
  { text: 'Lot: 24-03-0117', lots: ['24-03-0117'] },
  { text: 'LOTE 2K4410 VENCE 11/2025 - LOTE 2K4411 VENCE 12/2025', lots: ['2K4410', '2K4411'] },
  { text: 'los lotes N° 5021, 5022 y 5023 (vto. 08/24, 09/24 y 10/24)', lots: ['5021', '5022', '5023'] },
  { text: 'Lotes: RX2201 al RX2215', ranges: [['RX2201', 'RX2215']] },
  {
    text: 'Producto: Zelatrina gotas\nPrincipio activo: zelatrina 20 mg/mL\nRegistro sanitario: 299M2018 SSA\nLote: G22E11\nCaducidad: may 24',
    lots: ['G22E11'],
  },
  {
    text: 'con número de lote B0042 y fecha de caducidad 05/2025 y lote B0043, fecha de caducidad 06/2025',
    lots: ['B0042', 'B0043'],
  },
  {
    text: 'Código nacional 712345.0, lotes M-01 (cad. 30/04/2026), M-02 (cad. 31/05/2026) y M-03 (cad. 30/06/2026)',
    lots: ['M-01', 'M-02', 'M-03'],
  },
  {
    text: 'Lote 0098-A; Lote 0099-B. Titular: Laboratorios Valle, Av. Siempre Verde 1234, C.P. 03100, Tel. 55 5555 0101',
    lots: ['0098-A', '0099-B'],
  },
  {
    text: 'Se excluyen los lotes 7712 y 7713. Se retiran los lotes 7700, 7701.',
    lots: ['7700', '7701'],
    exclusions: ['7712', '7713'],
  },
  { text: 'Todos los lotes excepto A100, A101 y A102', allLots: true, exclusions: ['A100', 'A101', 'A102'] },
  { text: 'Lots with expiration dates from 01/2024 to 06/2024: PX-201, PX-202', lots: ['PX-201', 'PX-202'] },
  { text: 'Batches 0Z4410 & 0Z4411', lots: ['0Z4410', '0Z4411'] },
  { text: 'Lot# 4A1001 (3,456 vials); Lot# 4A1002 (2,210 vials)', lots: ['4A1001', '4A1002'] },
  { text: 'LOT NO. 71-442-DK EXP. 3/85; LOT NO. 71-443-DK EXP. 4/85', lots: ['71-442-DK', '71-443-DK'] },
  { text: 'Lot number(s): Unknown' },
  {
    text: 'Lots: 12-0044, 12-0045, 12-0046 and all lots containing these lots as components',
    lots: ['12-0044', '12-0045', '12-0046'],
    allLots: true,
  },
  { text: 'Lot 5X12345678901234', lots: ['5X12345678901234'] },
  { text: 'EXP 06/2025 / LOT 9911-B / NDC 98765-444-20', lots: ['9911-B'], ndcs: ['98765-444-20'] },
  { text: 'lot# 8812-1 thru 8812-9', ranges: [['8812-1', '8812-9']] },
  { text: 'CODE           920199B EXP 1/94.\nMANUFACTURER   Harrow, Inc., Springfield.', lots: ['920199B'] },
  { text: 'Corvazel aerosol 250 dosis, L 1157, F02/19, V02/21', lots: ['1157'] },
  { text: 'Lots 5500123, -124, -125; Exp 1/26', lots: ['5500123', '5500124', '5500125'] },
  { text: 'Lote: L23-045 (L23-046 no afectado)', lots: ['L23-045'], exclusions: ['L23-046'] },
  {
    text: 'The lots are listed in the table below. Zelatrin 250 mg/5 mL   98765-010-50   3001122   10/2025   Corvasine 500 mg   98765-011-50   3001123   11/2025',
    lots: ['3001122', '3001123'],
    ndcs: ['98765-010-50', '98765-011-50'],
  },
  {
    text: 'MDR Number: MDR 255-03/24\nMarketing Authorisation Number (MA): PL 90142/0530\nSNOMED Code: 12345678901\nBatch Number\tExpiry Date\tPack Size\tFirst Distributed\tProduct Code\nH2301502\t08/2025\t100\t18/12/2023\t5012617009999\nTelephone: +44 (0) 1271 385000. Springfield, E14 4PU.',
    lots: ['H2301502'],
  },
  {
    text: 'The affected lots include the following:\n\nNDC Number\nProduct\nLot Number\nExpiration Date\n\n98765-555-25\nZelatrin Injection 20 mg/2 mL\n3A0012\n01/2026\n\n98765-555-25\nZelatrin Injection 20 mg/2 mL\n3A0013\n02/2026\n\nThe product was distributed between 02/01/2024 and 06/30/2024. Room 1061, 5630 Mill Lane, Rivertown, MD 20852.',
    lots: ['3A0012', '3A0013'],
    ndcs: ['98765-555-25'],
  },
];
