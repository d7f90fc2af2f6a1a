'use client';

import { MedicineName } from '#components/ui/medicine-name';
import { NotSupplied } from '#components/ui/not-supplied';
import type { ProductRef } from '#lib/contract/dispenses/dispense';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';

/** A medicine by name where anybody gave it one, else its code. */
export function Product({ product }: { readonly product: ProductRef }) {
  return <MedicineName name={product.name} code={product.code} />;
}

/** The spoken label of a row. */
export const productText = (product: ProductRef): string => product.name ?? product.code ?? '';

/** An exact quantity with its unit; below zero it is said in red, because a shelf cannot be. */
export function Quantity({
  quantity,
  unit,
  moved = false,
}: {
  readonly quantity: string | null;
  readonly unit: string | null;
  /** The quantity left is rightly below zero. */
  readonly moved?: boolean;
}) {
  const write = useQuantity();
  const amount = useAmount();
  if (quantity === null) return <NotSupplied />;
  return (
    <span className={quantity.startsWith('-') && !moved ? 'font-semibold text-bad' : ''}>
      {amount(write(quantity), unit, quantity)}
    </span>
  );
}
