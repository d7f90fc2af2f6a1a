import type { House } from './house.ts';
import type { Figure } from './measure.ts';

const RECIPES = 'scripts/structure/recipes.json';

type Recipes = Readonly<Record<string, readonly string[]>>;

/** The files to edit or add by a recipe of `recipes.json`, an example of each; words are left out. A file that is gone makes the figure infinite, so that the check fails until the recipe is right. */
export function recipe(house: House, name: string): Figure {
  const recipes: Recipes = JSON.parse(house.text(RECIPES));
  const files = recipes[name] ?? [];
  const gone = files.filter((file) => !house.files.has(file));
  if (gone.length > 0)
    return { value: Number.POSITIVE_INFINITY, places: gone.map((file) => `${RECIPES} names ${file}, which is gone`) };
  return { value: files.length, places: files };
}
