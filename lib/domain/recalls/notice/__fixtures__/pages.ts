import type { NoticeCase } from './cases.ts';

/** In the manner of company announcements and the pages of regulators, pasted whole or as tables. */
export const pages: readonly NoticeCase[] = [
  {
    text: 'Zelatrin Tablets, USP, 10 mg, packaged in a) 100-count bottle (NDC 9876-1473-01), b) 1000-count bottle (NDC 9876-1473-10), Rx only.\nCode Info: Lot #: 71403A, 71403B, Exp 10/15',
    lots: ['71403A', '71403B'],
    ndcs: ['9876-1473-01', '9876-1473-10'],
  },
  {
    text: 'Northmoor Pharma is voluntarily recalling one lot of Corvasine 40 mg Injection, lot 6A1120, to the hospital level. Consumers with questions may call 1-800-555-0134 or write to recall@northmoor.example.com.',
    lots: ['6A1120'],
  },
  {
    text: 'Product\tNDC\tLot\tExpiration\nZelatrin 5 mg\t98765-111-30\tZB1001\t08/2025\nZelatrin 10 mg\t98765-112-30\tZB1002\t09/2025',
    lots: ['ZB1001', 'ZB1002'],
    ndcs: ['98765-111-30', '98765-112-30'],
  },
  {
    text: 'Batch Number\tExpiry Date\tPack Size\tFirst Distributed\nLK4471\t31/08/2025\t1 x 28\t12 Jan 2024\nLK4472\t30/09/2025\t1 x 28\t15 Feb 2024',
    lots: ['LK4471', 'LK4472'],
  },
  {
    text: 'Batch Number\nExpiry Date\nPack Size\nFirst Distributed\nLK5471\n31/08/2025\n28\n12/01/2024\nLK5472\n30/09/2025\n28\n15/02/2024',
    lots: ['LK5471', 'LK5472'],
  },
  {
    text: 'Class 2 Medicines Recall: Harrow Labs Ltd, Corvasine 200mg Tablets, PL 91311/0078, EL(24)A/52. Harrow Labs is recalling one batch (Batch Number 250537) as a precautionary measure. Issued 29 October 2024.',
    lots: ['250537'],
  },
  {
    text: 'MHRA announces that Harrow UK is recalling one batch of Corvasine Capsules 2mg (batch number: HG23LPA006) because of a result out of specification. Issued at 15:15',
    lots: ['HG23LPA006'],
  },
  {
    text: 'Health product recall\nStarting date:\nDecember 2, 2016\nIdentification number:\nRA-91452\nReason\nOut of specification.\nAffected products\nNor-Zelatrin 550mg\nDIN, NPN, DIN-HIM\nDIN 09940309\nDosage form\nTablet\nStrength\n550 mg\nLot or serial number\nMK9992\nCompanies\nRecalling Firm\nNorthmoor Inc.\n150 Maple Row\nKingsford\nK9X 1T9',
    lots: ['MK9992'],
  },
  {
    text: 'Northmoor Canada is recalling 4 lots of Novazel 325mg Tablets. The lot numbers are 45341402B, 45341404A, 45342267A and 45210910A.',
    lots: ['45341402B', '45341404A', '45342267A', '45210910A'],
  },
  {
    text: 'recalling Infazel Suspension 40mg/mL (lot no.: 6142111) containing zelatrin as the affected lot may be out of specification. Wholesalers - British Columbia, Alberta.',
    lots: ['6142111'],
  },
  {
    text: 'Rapid alert. Product: Corvasine 2.5 mg/ml solution for injection\nMarketing authorisation number: EU/1/12/999/001\nBatch No.: 7K021A, 7K022A\nExpiry date: 12/2024\nMarketing authorisation holder: Harrow GmbH',
    lots: ['7K021A', '7K022A'],
  },
  {
    text: 'The affected lots were distributed nationwide between March 3, 2021 and July 9, 2021. Lot numbers: DX2207, DX2208.',
    lots: ['DX2207', 'DX2208'],
  },
  {
    text: 'Please check whether you have lot numbers ZP-10 through ZP-45 of Zelatrin oral solution.',
    ranges: [['ZP-10', 'ZP-45']],
  },
  {
    text: 'Lot Number   Expiration Date   NDC\nR10021       05/2026           98765-310-01\nR10022       06/2026           98765-310-01',
    lots: ['R10021', 'R10022'],
    ndcs: ['98765-310-01'],
  },
  {
    text: 'The recall includes all lots other than lot 88120 and lot 88121.',
    allLots: true,
    exclusions: ['88120', '88121'],
  },
  {
    text: 'Lots 60110 and 60111 are recalled. Lots 60112 and 60113 are not affected.',
    lots: ['60110', '60111'],
    exclusions: ['60112', '60113'],
  },
  {
    text: 'Not affected: lots GH100, GH101. Affected: lots GH090, GH091.',
    lots: ['GH090', 'GH091'],
    exclusions: ['GH100', 'GH101'],
  },
  {
    text: 'Product: Zelatrin 20 mg capsules\nLot: FZ-22-1187\nExp: 11/2024\nNDC: 98765-020-60\nQuantity: 2,400 bottles\nReason: failed dissolution',
    lots: ['FZ-22-1187'],
    ndcs: ['98765-020-60'],
  },
  {
    text: 'The product can be identified by NDC 98765-330-10 and lot number printed on the carton, JJ4420 (exp 2025-03) .',
    lots: ['JJ4420'],
    ndcs: ['98765-330-10'],
  },
  {
    text: 'Name | Strength | Lot # | BUD\nTri-blend T50 | 8.8 mg/mL | 07142023@12 | 01/10/2024\nTri-blend T100 | 17 mg/mL | 07152023@3 | 01/11/2024',
    lots: ['07142023@12', '07152023@3'],
  },
  { text: 'All unexpired lots of sterile products compounded by Brook Pharmacy are being recalled.', allLots: true },
  { text: 'All sterile drug products within expiry.', allLots: true },
  {
    text: 'There is no recall of other products. Contact Harrow at (555) 555-0142 Monday to Friday 8:00 am to 5:00 pm, reference code 20240915.',
  },
  {
    text: 'This recall affects Zelatrin 500 mg, 100-count bottle, UPC 3-98765-44321-0, lot numbers as follows: 3FK0781, 3FK0782.',
    lots: ['3FK0781', '3FK0782'],
  },
  { text: 'Lot numbers affected:\n• 1A221\n• 1A222\n• 1A230', lots: ['1A221', '1A222', '1A230'] },
  {
    text: 'Lot Numbers: H8012 (Exp 1/25), H8013 (Exp 2/25)\nManufactured by Harrow Labs, 12 Mill Road, Springfield, NJ 07724',
    lots: ['H8012', 'H8013'],
  },
  {
    text: 'Medicine name: Corvasine 5mg tablets\nGTIN: 05012345678900\nBatch numbers: 1208A/1, 1208A/2\nExpiry: 30/06/2026',
    lots: ['1208A/1', '1208A/2'],
  },
  {
    text: 'NDC Lot Expiration Date\n98765-440-30 PV20011 10/2026\n98765-440-90 PV20012 11/2026',
    lots: ['PV20011', 'PV20012'],
    ndcs: ['98765-440-30', '98765-440-90'],
  },
  { text: 'We distributed lot 00123 (5,000 units) and lot 00124 (7,200 units) in May 2023.', lots: ['00123', '00124'] },
  { text: 'Serial number: 21000345678. GTIN 00398765432100. LOT: 9GH77, EXP: 2026-01-31', lots: ['9GH77'] },
  { text: 'Lots between 4400 and 4425 are affected.', ranges: [['4400', '4425']] },
  {
    text: 'Recall Number D-0451-2022 Event ID 99377 Product Description Zelatrin ER 50 mg, 500-count bottle NDC 98765-501-03 Code Info Lot: 21141234, Exp 03/2023 Product Quantity 6,637 bottles Classification Class II',
    lots: ['21141234'],
    ndcs: ['98765-501-03'],
  },
  {
    text: 'Rappel : Zélatrine 10 mg comprimés. Numéros de lot : FR2201, FR2202. Péremption : 06/2025. NPN 80099999',
    lots: ['FR2201', 'FR2202'],
  },
  {
    text: 'Lot number 1188990 has been recalled because of a defective liner in the 21mg patches; no other lots are affected.',
    lots: ['1188990'],
  },
  {
    text: 'Affected batch: 22B15-04. Unaffected batches: 22B16-01, 22B16-02.',
    lots: ['22B15-04'],
    exclusions: ['22B16-01', '22B16-02'],
  },
  {
    text: 'Zelatrin 10 mg - lots 90011, 90012; Zelatrin 20 mg - lots 90111, 90112; Zelatrin 40 mg - lot 90211',
    lots: ['90011', '90012', '90111', '90112', '90211'],
  },
  { text: 'Lots: Zelatrin 10 mg - 91011, 91012; Zelatrin 20 mg - 91111', lots: ['91011', '91012', '91111'] },
  { text: 'See https://www.recalls.example.org/2024/lot-55512?id=99812 for details.' },
  { text: 'Item No. 40021, Catalog # CX-9920, Lot No. 77H31', lots: ['77H31'] },
  { text: 'Lot Number Expiry\nQ77100 01/2026\nQ77101 02/2026\n\nPhone 555-555-0199', lots: ['Q77100', 'Q77101'] },
  { text: 'Temperature excursion above 25 °C for 48 hours. Lot 3KD22 only.', lots: ['3KD22'] },
  {
    text: 'recalls 3 lots of Vitamin B12 1000 mcg injection: lot VB1021, lot VB1022 & lot VB1023',
    lots: ['VB1021', 'VB1022', 'VB1023'],
  },
  { text: 'Recall of Omega-3 1000 mg softgels, all batches', allLots: true },
  { text: 'Lot LOT-2026-07 of Zelatrin 500 mg must be quarantined.', lots: ['LOT-2026-07'] },
  { text: 'Quarantine lots AMX-26037 and ZEL-26074 immediately.', lots: ['AMX-26037', 'ZEL-26074'] },
  { text: 'Lots 5512 and higher, Exp 09/2026', lots: ['5512'] },
  { text: 'Product: Corvasine\nBatch: All\nDIN: 02299999', allLots: true },
  { text: 'All lots listed below: 71001, 71002', lots: ['71001', '71002'] },
];
