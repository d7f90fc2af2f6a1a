import { type Row, text } from './fold.ts';

/** A code with the system that uses it, as the product directory keeps it: `medication:RxNorm|861007`. */
export function senderCode(prescriptionId: string, item: Row): string | null {
  const code = text(item, 'productCode');
  return code === null ? null : `${prescriptionId.slice(0, prescriptionId.indexOf(':'))}:${code}`;
}
