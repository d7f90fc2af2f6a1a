import type { NoticeCase } from './cases.ts';

/** In the manner of ANMAT, Invima, COFEPRIS, AEMPS and DIGEMID. */
export const spanishNotices: readonly NoticeCase[] = [
  {
    text: 'Se retira ZELAPRASOL 20 mg, cápsulas, envase con 50 blisters x 10 unidades, Certificado N° 98740. El lote en cuestión es el codificado como D13202, que vence el 02/2022.',
    lots: ['D13202'],
  },
  { text: 'Corvazina (salbuzel 100 mcg/dosis, aerosol 250 dosis, Lote 1157A, F02/19, V02/21)', lots: ['1157A'] },
  {
    text: 'Producto rotulado ZELCARB x 10 comprimidos. Lote nº 117 con vto 06/2006. LABORATORIO DEL VALLE S.R.L. Calle 12 N° 742',
    lots: ['117'],
  },
  {
    text: 'Apósito estéril / 100 unidades / PM 915-24 / Lote 61602 / fabricado 2016 03 / vencimiento 2021 03',
    lots: ['61602'],
  },
  { text: 'Lote(s): 8302605Z01, 8302606Z01. Fecha de vencimiento: 08/2025', lots: ['8302605Z01', '8302606Z01'] },
  { text: 'N° de lote: AN9648, AM9970', lots: ['AN9648', 'AM9970'] },
  {
    text: 'número de lote AN9648 y Dramazel (difenhidra) 50 mg, caja con 24 tabletas y número de lote AM9971',
    lots: ['AN9648', 'AM9971'],
  },
  {
    text: 'Los lotes identificados como falsificados son:\nCafizel 500mg/30mg: Lote Y23TJT, con fecha de caducidad MAR/26, en presentación de 100 tabletas.\nDesenzel D: Lote Y24EKH, con fecha de caducidad DIC/26, en presentación de 30 tabletas.',
    lots: ['Y23TJT', 'Y24EKH'],
  },
  {
    text: 'No utilizar los productos con los números de lote Y24PJT y Y24JF6 para CAFIZEL, Y293FO para DESENZEL D',
    lots: ['Y24PJT', 'Y24JF6', 'Y293FO'],
  },
  {
    text: 'Todos los lotes vigentes del producto Zelatrina 500 mg tabletas. Registro sanitario INVIMA 2018M-0099999',
    allLots: true,
  },
  { text: 'ANTIACIDO ZEL LOTE 0M9663 V DIC 26', lots: ['0M9663'] },
  {
    text: 'No adquirir Mejorazel 80 mg con el número de lote 2912000002 ni CONTAZEL con número de lote 3003000064 con cualquier fecha de caducidad',
    lots: ['2912000002', '3003000064'],
  },
  { text: 'Lotes del 45001 al 45020, vencimiento entre 01/2025 y 03/2025', ranges: [['45001', '45020']] },
  { text: 'Lotes comprendidos desde A4501 hasta A4520', ranges: [['A4501', 'A4520']] },
  {
    text: 'Retirada de los lotes B110, B111 y B112 de CORVAZEL 1 G COMPRIMIDOS (NR: 99079, CN: 799123), fecha de caducidad 30/11/2025',
    lots: ['B110', 'B111', 'B112'],
  },
  { text: 'Excepto el lote C2201, todos los lotes del producto.', allLots: true, exclusions: ['C2201'] },
  {
    text: 'Lotes afectados: 230101, 230102.\nLotes no afectados: 230201, 230202.',
    lots: ['230101', '230102'],
    exclusions: ['230201', '230202'],
  },
  {
    text: 'Alerta sanitaria: 165-2023 Bogotá, 11 de abril de 2023. No. Identificación interna: MA9303-45. Lote: 22K0198. Fecha de vencimiento: 30 de noviembre de 2024',
    lots: ['22K0198'],
  },
  {
    text: 'Medicamento\tLote\tVencimiento\nZelatrina 10 mg\tPZ0145\t10/2025\nZelatrina 20 mg\tPZ0146\t11/2025',
    lots: ['PZ0145', 'PZ0146'],
  },
  { text: 'la totalidad de los lotes del medicamento Corvazel jarabe', allLots: true },
  {
    text: 'robo de 28,560 unidades de Suerozel sabor fresa de 625 mL, identificadas por el lote N23U309',
    lots: ['N23U309'],
  },
  { text: 'Partida: 4471, Vto.: 05/2026. Disposición 9523-E/2017', lots: ['4471'] },
  { text: 'Lote CU17US1/1, con fecha de caducidad AGO 2025, 28 tabletas', lots: ['CU17US1/1'] },
  {
    text: 'Los lotes son N649565, N90473 , HS4889 y ,N12003. La caducidad original del lote Y235XU es de septiembre de 2020',
    lots: ['N649565', 'N90473', 'HS4889', 'N12003', 'Y235XU'],
  },
  { text: 'Lotes que comienzan con 5' },
  {
    text: 'Teléfono: +52 55 5080 0000, correo zel@cofezel.example.mx. Expediente 20099123. Lote 1C0098, caducidad: ene-2027',
    lots: ['1C0098'],
  },
  { text: 'Lote: todos', allLots: true },
  {
    text: 'Lotes: 3X100; 3X101; 3X102. Presentación: caja con 30 tabletas de 850 mg.',
    lots: ['3X100', '3X101', '3X102'],
  },
  { text: 'medicamento HIDRAZEL lote 7720 serie 00012345, vencimiento 07/2024', lots: ['7720'] },
  { text: 'Nro. de lote 40219-2; Nro. de lote 40220-1', lots: ['40219-2', '40220-1'] },
];
