/** The pages of this room, grouped as they are offered at the foot of each. Pure. */
import type { Text } from '#src/shared/i18n.ts';
import { uiMessages } from '#src/ui/ui-messages.ts';
import { aboutMessages } from './about-messages.ts';

export interface PageLink {
  readonly path: string;
  readonly label: Text;
}
export interface RoomGroup {
  readonly title: Text;
  readonly pages: readonly PageLink[];
}

export const ROOMS: readonly RoomGroup[] = [
  {
    title: uiMessages.footerOpen,
    pages: [
      { path: '/about', label: uiMessages.about },
      { path: '/about/licence', label: uiMessages.aboutLicence },
      { path: '/about/laboratory', label: uiMessages.aboutLaboratory },
      { path: '/about/quality', label: uiMessages.aboutQuality },
      { path: '/about/research', label: aboutMessages.research },
      { path: '/about/immune-cells', label: aboutMessages.immuneCells },
      { path: '/news', label: uiMessages.news },
    ],
  },
  {
    title: uiMessages.footerFind,
    pages: [
      { path: '/contact', label: uiMessages.contact },
      { path: '/hospitals', label: uiMessages.hospitals },
    ],
  },
  {
    title: uiMessages.footerRules,
    pages: [
      { path: '/privacy', label: uiMessages.privacy },
      { path: '/privacy/children', label: uiMessages.privacyChildren },
      { path: '/terms', label: uiMessages.terms },
      { path: '/accessibility', label: uiMessages.accessibility },
    ],
  },
];

export const PAGES: readonly PageLink[] = ROOMS.flatMap(({ pages }) => pages);
