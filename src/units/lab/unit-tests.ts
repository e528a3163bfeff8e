/**
 * The laboratory's tests as they travel on the wire, in base units. What a test must meet is not here: that is the
 * thresholds policy, which uses the same ids.
 */

/** Largest believable value: beyond it the row is a slip of the unit (10⁸ cells sent as cells), not a measurement. */
export const NUMBER_TESTS = {
  /** Millilitres. */
  volume: 500,
  /** Nucleated cells in the unit. */
  tnc: 2e10,
  /** Per cent. */
  viability: 100,
  /** CD34+ cells in the unit. */
  cd34: 5e8,
  /** Per cent. */
  'cd34-viability': 100,
  /** U/L, mother's blood. */
  alt: 5000,
} as const;
export type NumberTest = keyof typeof NUMBER_TESTS;

export const CULTURE_TESTS = ['bacteria', 'fungi', 'hbv-nat', 'hcv-nat', 'hiv-nat'] as const;
export type CultureTest = (typeof CULTURE_TESTS)[number];

export const BLOOD_GROUPS = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;

export type UnitTest = NumberTest | CultureTest | 'blood-group';

export const UNIT_TESTS = [
  ...(Object.keys(NUMBER_TESTS) as NumberTest[]),
  ...CULTURE_TESTS,
  'blood-group',
] as const satisfies readonly UnitTest[];

export const isNumberTest = (test: string): test is NumberTest => test in NUMBER_TESTS;
