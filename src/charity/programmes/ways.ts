/** By which ways somebody can apply today. Pure: what the operator has not entered is no way yet, and is not promised. */
import type { Site } from '#src/ui/site.ts';

export interface Ways {
  /** A person at the other end (无障碍环境建设法 39); null until the operator has entered a number. */
  readonly phone: {
    readonly shown: string;
    readonly href: string;
    readonly hours: Site['serviceHours'];
  } | null;
  /** Where papers can be sent. */
  readonly address: string | null;
}

export const waysToApply = ({
  servicePhone,
  serviceHours,
  postalAddress,
}: Pick<Site, 'servicePhone' | 'serviceHours' | 'postalAddress'>): Ways => ({
  phone:
    servicePhone === null
      ? null
      : { shown: servicePhone, href: `tel:${servicePhone.replaceAll(' ', '')}`, hours: serviceHours },
  address: postalAddress,
});
