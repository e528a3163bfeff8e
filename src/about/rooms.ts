/** The pages of this room, grouped as they are offered at the foot of each. Pure. */
import type { Text } from '#src/shared/i18n.ts';
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
    title: aboutMessages.room,
    pages: [
      { path: '/about', label: aboutMessages.about },
      { path: '/about/licence', label: aboutMessages.licence },
      { path: '/about/laboratory', label: aboutMessages.laboratory },
      { path: '/about/quality', label: aboutMessages.quality },
      { path: '/about/research', label: aboutMessages.research },
      { path: '/about/immune-cells', label: aboutMessages.immuneCells },
      { path: '/news', label: aboutMessages.news },
    ],
  },
  {
    title: aboutMessages.find,
    pages: [
      { path: '/contact', label: aboutMessages.contact },
      { path: '/hospitals', label: aboutMessages.hospitals },
    ],
  },
  {
    title: aboutMessages.rules,
    pages: [
      { path: '/privacy', label: aboutMessages.privacy },
      { path: '/privacy/children', label: aboutMessages.children },
      { path: '/terms', label: aboutMessages.terms },
      { path: '/accessibility', label: aboutMessages.accessibility },
    ],
  },
];
