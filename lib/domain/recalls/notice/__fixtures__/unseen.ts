import type { NoticeCase } from './cases.ts';

/** Labelled before the rules saw them, in the styles of enforcement reports, agencies' alerts and flattened tables. */
export const unseen: readonly NoticeCase[] = [
  {
    text: 'Lot# 12345 through 12360, Exp 03/2027; Lot# 12400 through 12411, Exp 04/2027',
    ranges: [
      ['12345', '12360'],
      ['12400', '12411'],
    ],
  },
  {
    text: 'Lots: a) 60A024, 60A026, Exp 09/13; b) 60B101, 60B105, 60B109, Exp 10/13; c) 60C007, Exp 11/13; d) 60C022, Exp 12/13',
    lots: ['60A024', '60A026', '60B101', '60B105', '60B109', '60C007', '60C022'],
  },
  {
    text: 'Orvaline (tamexadol HCl) Tablets, 50 mg, 30-count bottles, Rx Only, Manufactured for: Tallmark Pharma LLC, Reedsville, NJ 07011; NDC 91234-0456-30. All lots within expiry.',
    ndcs: ['91234-0456-30'],
    allLots: true,
  },
  { text: 'Lot/Expiry: A1234 (05/2027), B2345 (06/2027), B2346 (06/2027)', lots: ['A1234', 'B2345', 'B2346'] },
  { text: 'Lots beginning with 7F and 8G', lots: [] },
  { text: 'UPC 0 12345 67890 5, Lot Code L2231B, Best by 03/15/2026', lots: ['L2231B'] },
  { text: 'Item 40117; Serial numbers SN100200 through SN100350; Lot 77A12', lots: ['77A12'] },
  {
    text: 'Lot Expiration Date NDC Strength\nGTY4410 31-JAN-2026 91234-101-01 5 mg\nGTY4411 28-FEB-2026 91234-101-05 5 mg\nGTZ0032 31-MAR-2026 91234-102-01 10 mg',
    lots: ['GTY4410', 'GTY4411', 'GTZ0032'],
    ndcs: ['91234-101-01', '91234-101-05', '91234-102-01'],
  },
  {
    text: 'Batch No. BN-22-0417-A, BN-22-0417-B and BN-22-0418-A (EXP 06/2025).',
    lots: ['BN-22-0417-A', 'BN-22-0417-B', 'BN-22-0418-A'],
  },
  {
    text: 'Nombre del medicamento: TAMEXOL 20 mg comprimidos, 28 comprimidos (NR: 91122, CN: 912345). Lotes: V0032, fecha de caducidad: 31/05/2026; V0033, fecha de caducidad: 30/06/2026. Titular de autorización de comercialización: Laboratorios Peñalba, S.A.',
    lots: ['V0032', 'V0033'],
  },
  {
    text: 'Retirada del mercado del lote 3K117 (cad. 07/2025) del medicamento Orvaline 1 g polvo para solución inyectable, 50 viales (NR 90221, CN 611223).',
    lots: ['3K117'],
  },
  {
    text: 'EMA/CHMP: Tallmark has informed the Agency of a quality defect in batches D4401 and D4402 of Nexaril 100 mg powder for concentrate (EU/1/19/9911/001). Other batches are not affected.',
    lots: ['D4401', 'D4402'],
  },
  {
    text: 'Lot numbers: 2207A01 Exp. Date 7/31/2024, 2208A02 Exp. Date 8/31/2024, 2209A03, 2209A04 Exp. Date 9/30/2024 *Lot 2210A05 was not distributed.',
    lots: ['2207A01', '2208A02', '2209A03', '2209A04'],
    exclusions: ['2210A05'],
  },
  {
    text: 'Lot Numbers: 24-1188, 24-1190 to 24-1197, 24-1203; Expiration 11/30/2025',
    lots: ['24-1188', '24-1203'],
    ranges: [['24-1190', '24-1197']],
  },
  {
    text: 'All lots distributed between 01/12/2023 and 06/30/2024, NDC 91234-777-10 (10 mL vial), NDC 91234-777-25 (carton of 25)',
    ndcs: ['91234-777-10', '91234-777-25'],
    allLots: true,
  },
  {
    text: 'Lot: 051424KT  BUD: 11/10/2024\nLot: 052124KT  BUD: 11/17/2024\nLot: 052824MR  BUD: 11/24/2024',
    lots: ['051424KT', '052124KT', '052824MR'],
  },
  { text: 'Rx numbers 7712345, 7712350 and 7712399; no lot numbers were assigned.' },
  {
    text: 'NDC: 9123-4567-01 Lots: RZ1001A, RZ1002A, RZ1003A; NDC: 9123-4567-02 Lots: RZ1004B; NDC: 9123-4568-01 Lot: RZ1101A',
    lots: ['RZ1001A', 'RZ1002A', 'RZ1003A', 'RZ1004B', 'RZ1101A'],
    ndcs: ['9123-4567-01', '9123-4567-02', '9123-4568-01'],
  },
  { text: 'Codes: 9F044-1, 9F044-2, 9F045 Best if used by: OCT 2025', lots: ['9F044-1', '9F044-2', '9F045'] },
  {
    text: 'Product: Corvex 5mg/5ml Oral Solution; PL 92233/0045; Batch number Expiry date Pack size First distributed 0094417 30 Sep 2025 150ml 04 Mar 2024 0094418 30 Sep 2025 150ml 11 Mar 2024',
    lots: ['0094417', '0094418'],
  },
  { text: 'Lots 1T2203 thru 1T2299 & 1T2305', lots: ['1T2305'], ranges: [['1T2203', '1T2299']] },
  {
    text: 'Lot: 2J21-A; 2J22-B; 2J23-C. Expiration: Jan 2026; Feb 2026; Mar 2026.',
    lots: ['2J21-A', '2J22-B', '2J23-C'],
  },
  { text: 'LOT Nos. 60011E, 60012E, 60013E\nEXP: 2026/04\nGTIN 00391234567013', lots: ['60011E', '60012E', '60013E'] },
  {
    text: 'Recall number D-0417-2025. Event ID 96112. Product quantity: 4,128 bottles. Code information: Lot# RT8820, exp. 08/31/2026.',
    lots: ['RT8820'],
  },
  {
    text: 'ANMAT informa: TAMEXOL 500 mg, lotes 40112 y 40113, vto. 10/2025, y TAMEXOL 850 mg, lote 40220, vto. 11/2025. Certificado N° 58.901.',
    lots: ['40112', '40113', '40220'],
  },
  {
    text: 'INVIMA Alerta sanitaria No. 088-2024. Producto: Orvalin jarabe. Registro sanitario: INVIMA 2019M-0009912. Lote(s): OJ2211, OJ2212. Fecha de vencimiento: nov-2025.',
    lots: ['OJ2211', 'OJ2212'],
  },
  {
    text: 'COFEPRIS alerta sobre la falsificación del producto Nexaril 200 mg, número de lote F11902 con fecha de caducidad 05/2026. El fabricante reconoce los demás lotes como originales.',
    lots: ['F11902'],
  },
  {
    text: 'Lot # (Exp): 0922-07 (03/23); 0922-08 (03/23); 1022-01 (04/23)',
    lots: ['0922-07', '0922-08', '1022-01'],
  },
  {
    text: 'Lots expiring on or before 12/2025: VK331, VK332. Lots VK340 and later are not affected.',
    lots: ['VK331', 'VK332'],
    exclusions: ['VK340'],
  },
  {
    text: 'Zentrol 40 mg capsules in bottles of 90, lot numbers\n\n3111842\n3111843\n3111850\n\nwith expiration dates from 02/2026 to 05/2026',
    lots: ['3111842', '3111843', '3111850'],
  },
  {
    text: 'Affected lot: #K-7712. Unaffected lots: K-7713, K-7714.',
    lots: ['K-7712'],
    exclusions: ['K-7713', 'K-7714'],
  },
  {
    text: 'Lot #s: 21N001-21N018, 21P001-21P006; exp dates 10/2023 - 12/2023',
    ranges: [
      ['21N001', '21N018'],
      ['21P001', '21P006'],
    ],
  },
  {
    text: 'Numéro de lot : 4B0771 (exp. 2026-03); 4B0772 (exp. 2026-03). DIN 02499911. Rappel de type II.',
    lots: ['4B0771', '4B0772'],
  },
  {
    text: 'Every lot of the 1-mL prefilled syringe that has not expired is being recalled to the consumer level.',
    allLots: true,
  },
  { text: 'Lot no. LMT22015, Mfg. Date 05/2022, Exp. Date 04/2025, Mfg. Lic. No. KTK/28D/4/2006', lots: ['LMT22015'] },
  {
    text: 'Strength | Pack | Lot | Expiry\n25 mg | 100 ct | T2E011 | 01/26\n25 mg | 500 ct | T2E012 | 01/26\n50 mg | 100 ct | T2F003, T2F004 | 02/26',
    lots: ['T2E011', 'T2E012', 'T2F003', 'T2F004'],
  },
  { text: 'LOT: 7781-22\nLOT: 7782-22\n(all other lots are unaffected)', lots: ['7781-22', '7782-22'] },
  {
    text: 'Lot numbers MA10881, MA10882 (NDC 91234-321-07; 7-count blister) and MA10890 (NDC 91234-321-28; 28-count carton)',
    lots: ['MA10881', 'MA10882', 'MA10890'],
    ndcs: ['91234-321-07', '91234-321-28'],
  },
  { text: 'Model 5510, REF 881-204, Lot 33021145 (UDI (01)00812345678902(17)260331(10)33021145)', lots: ['33021145'] },
  {
    text: 'Use-by dates 2025-01-31 through 2025-06-30, lots Q501, Q502, Q511–Q519',
    lots: ['Q501', 'Q502'],
    ranges: [['Q511', 'Q519']],
  },
];
