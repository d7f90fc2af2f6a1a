export type Outcome = { readonly passed: boolean; readonly details: string };
export type Check = { readonly name: string; run(): Promise<Outcome> };
