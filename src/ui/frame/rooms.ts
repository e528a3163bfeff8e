/** The rooms on the map: which one an address belongs to, and which links stand in header and footer there. Pure. */
import type { Text } from '#src/shared/i18n.ts';
import { uiMessages } from '../ui-messages.ts';

export type Room =
  | 'learn'
  /** Teaches, without an entry of its own in the menu. */
  | 'teaching'
  | 'prices'
  | 'enrol'
  | 'charity'
  | 'events'
  | 'search'
  | 'family'
  | 'sign-in'
  | 'account';

export interface RoomLink {
  readonly room?: Room;
  readonly path: string;
  readonly label: Text;
}

/** Longer paths first. */
const ROOMS_BY_PATH: readonly (readonly [string, Room])[] = [
  ['/family/account', 'account'],
  ['/family', 'family'],
  ['/enrol', 'enrol'],
  ['/sign-in', 'sign-in'],
  ['/learn', 'learn'],
  ['/glossary', 'learn'],
  ['/faq', 'learn'],
  ['/prices', 'prices'],
  ['/charity', 'charity'],
  ['/events', 'events'],
  ['/search', 'search'],
  ['/about/research', 'teaching'],
  ['/about/immune-cells', 'teaching'],
  ['/news', 'teaching'],
];

/** The room of a path without its language, or undefined for pages that are in none (about, legal). */
export const roomOf = (path: string): Room | undefined =>
  ROOMS_BY_PATH.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1];

/**
 * Pages that teach carry no price, no invitation and no way to reach the seller, in header and footer too (广告法 19,
 * 互联网广告管理办法: beside health education stands no provider's contact and no shop link).
 */
export const educates = (room: Room | undefined): boolean => room === 'learn' || room === 'teaching';

/** Nor does an appeal for help, or a class, stand beside an offer: those pages keep the ways to reach us and leave out the sale. */
const sells = (room: Room | undefined): boolean => !educates(room) && room !== 'charity' && room !== 'events';

const SELLING: readonly RoomLink[] = [
  { room: 'prices', path: '/prices', label: uiMessages.prices },
  { room: 'enrol', path: '/enrol', label: uiMessages.enrol },
];

/** The main menu, in reading order. */
export const mainMenu = (current: Room | undefined, signedIn: boolean): readonly RoomLink[] => [
  { room: 'learn', path: '/learn', label: uiMessages.learn },
  ...(sells(current) ? SELLING : []),
  { room: 'charity', path: '/charity', label: uiMessages.charity },
  { room: 'events', path: '/events', label: uiMessages.events },
  ...(educates(current) ? [] : familyDoors(signedIn)),
];

/** Not in the header of a page that teaches: whoever is sent to sign in may sign up. There the footer has a quiet way. */
const familyDoors = (signedIn: boolean): readonly RoomLink[] => [
  { room: 'family', path: '/family', label: uiMessages.myFamily },
  signedIn
    ? { room: 'account', path: '/family/account', label: uiMessages.tabMe }
    : { room: 'sign-in', path: '/sign-in', label: uiMessages.signIn },
];

export interface FooterColumn {
  readonly title: Text;
  readonly links: readonly RoomLink[];
}

const OPEN_TO_CHECK: FooterColumn = {
  title: uiMessages.footerOpen,
  links: [
    { path: '/about', label: uiMessages.about },
    { path: '/about/licence', label: uiMessages.aboutLicence },
    { path: '/about/laboratory', label: uiMessages.aboutLaboratory },
    { path: '/about/quality', label: uiMessages.aboutQuality },
    { path: '/about/research', label: uiMessages.aboutResearch },
    { path: '/about/immune-cells', label: uiMessages.aboutImmuneCells },
    { path: '/news', label: uiMessages.news },
  ],
};
const FIND_US: FooterColumn = {
  title: uiMessages.footerFind,
  links: [
    { path: '/contact', label: uiMessages.contact },
    { path: '/hospitals', label: uiMessages.hospitals },
  ],
};
const RULES: FooterColumn = {
  title: uiMessages.footerRules,
  links: [
    { path: '/privacy', label: uiMessages.privacy },
    { path: '/privacy/children', label: uiMessages.privacyChildren },
    { path: '/terms', label: uiMessages.terms },
    { path: '/accessibility', label: uiMessages.accessibility },
  ],
};

/** The footer of public pages. */
export const footerColumns = (current: Room | undefined): readonly FooterColumn[] => [
  educates(current)
    ? {
        title: uiMessages.footerRead,
        links: [
          { path: '/learn', label: uiMessages.readingOrder },
          { path: '/faq', label: uiMessages.faq },
          { path: '/glossary', label: uiMessages.glossary },
          { path: '/search', label: uiMessages.search },
          { path: '/family', label: uiMessages.myFamily },
        ],
      }
    : {
        title: uiMessages.footerDo,
        links: [
          ...(sells(current) ? SELLING : []),
          { path: '/family', label: uiMessages.myFamily },
          { path: '/charity/eligibility', label: uiMessages.askForAid },
          { path: '/events', label: uiMessages.events },
        ],
      },
  OPEN_TO_CHECK,
  ...(educates(current)
    ? []
    : [{ ...FIND_US, links: [...FIND_US.links, { path: '/search', label: uiMessages.search }] }]),
  RULES,
];

/** The page above a page that is not at the top: `/about` for `/about/licence`, by the name it has on the map. */
export function pageAbove(path: string): RoomLink | undefined {
  const above = /^(\/[^/]+)\/./.exec(path)?.[1];
  const onTheMap = [...mainMenu(undefined, false), ...footerColumns(undefined).flatMap(({ links }) => links)];
  return onTheMap.find((link) => link.path === above);
}
