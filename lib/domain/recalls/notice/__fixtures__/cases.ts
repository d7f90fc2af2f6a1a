/** A notice as a regulator or a firm would write it (every name and number invented) and what it names. */
export interface NoticeCase {
  readonly text: string;
  readonly lots?: readonly string[];
  readonly ranges?: readonly (readonly [string, string])[];
  readonly ndcs?: readonly string[];
  readonly allLots?: true;
  readonly exclusions?: readonly string[];
}
