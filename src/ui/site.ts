/**
 * What the law wants in the footer and only the operator can supply. Fixed when the site is built, so that prerendered pages
 * carry it too; an empty slot stays visibly dashed.
 */
export interface Site {
  readonly licenceNumber: string | null;
  readonly icpNumber: string | null;
  readonly psbNumber: string | null;
  /** Staffed, for people who would rather speak (无障碍环境建设法 39). */
  readonly servicePhone: string | null;
}

declare global {
  interface ImportMetaEnv {
    readonly LICENCE_NUMBER?: string;
    readonly ICP_NUMBER?: string;
    readonly PSB_NUMBER?: string;
    readonly SERVICE_PHONE?: string;
  }
}

const given = (value: string | undefined): string | null => value?.trim() || null;

export const site: Site = {
  licenceNumber: given(import.meta.env.LICENCE_NUMBER),
  icpNumber: given(import.meta.env.ICP_NUMBER),
  psbNumber: given(import.meta.env.PSB_NUMBER),
  servicePhone: given(import.meta.env.SERVICE_PHONE),
};
