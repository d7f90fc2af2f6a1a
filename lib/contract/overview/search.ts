/** The results of `POST /api/search`, each with the screen that shows it. */
export type SearchHit = {
  readonly kind: 'prescription' | 'person' | 'lot' | 'event';
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly href: string;
};
export type SearchAnswer = { readonly items: readonly SearchHit[] };
