/** The units whose plural we have in every language; a source's other unit is shown as written. */
const spoken: Readonly<Record<string, string>> = {
  tablet: 'tablet',
  tablets: 'tablet',
  capsule: 'capsule',
  capsules: 'capsule',
  ml: 'ml',
};

/** The parameters of "30 tablets" in a title: the exact text, its number for the plural, a word of our own or the sender's unit. */
export function measure(quantity: string | undefined, unit: string | undefined) {
  const known =
    unit === undefined ? 'none' : Object.hasOwn(spoken, unit.toLowerCase()) ? spoken[unit.toLowerCase()] : 'other';
  return { quantity, count: quantity === undefined ? undefined : Number(quantity), unit: known, unitText: unit ?? '' };
}

/** "30 tablet" as a fact: the sender's own unit behind the exact quantity. */
export function quantityText(quantity: string | undefined, unit: string | undefined): string | undefined {
  if (quantity === undefined) return undefined;
  return unit === undefined ? quantity : `${quantity} ${unit}`;
}
