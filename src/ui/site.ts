/**
 * What the law wants in the footer and only the operator can supply. Read when the site is built, so that prerendered pages
 * carry it too; an empty slot stays visibly dashed.
 */
export interface Site {
  readonly licenceNumber: string | null;
  readonly icpNumber: string | null;
  readonly psbNumber: string | null;
}

const given = (name: string): string | null => process.env[name]?.trim() || null;

export const site: Site = {
  licenceNumber: given('LICENCE_NUMBER'),
  icpNumber: given('ICP_NUMBER'),
  psbNumber: given('PSB_NUMBER'),
};
