/**
 * What a page says about itself to machines, in the words of schema.org; the shapes are checked by its types. Nothing stands
 * here that the page does not show to people as well.
 */
import type {
  BreadcrumbList,
  DefinedTermSet,
  Event,
  FAQPage,
  MedicalWebPage,
  Organization,
  WithContext,
} from 'schema-dts';
import { languageTag, localPath, translator, type Locale } from '#src/shared/i18n.ts';
import { absolute } from '#src/shared/public-origin.ts';
import { site } from '../site.ts';
import { uiMessages } from '../ui-messages.ts';

export type StructuredData = WithContext<
  Organization | BreadcrumbList | MedicalWebPage | FAQPage | DefinedTermSet | Event
>;

/** In which language, and at which origin (`Astro.locals.origin`). */
export interface Where {
  readonly locale: Locale;
  readonly origin: string | undefined;
}

/** A page above this one; `path` has no language. */
export interface Crumb {
  readonly title: string;
  readonly path: string;
}

const SCHEMA = 'https://schema.org';

const at = (path: string, { locale, origin }: Where): string => absolute(localPath(locale, path), origin);

/** The bank as publisher, under one id on all pages. */
function bank(where: Where) {
  const t = translator(uiMessages, where.locale);
  return {
    '@type': 'Organization',
    '@id': `${absolute('/', where.origin)}#bank`,
    name: t('bank'),
    url: at('/', where),
  } as const satisfies Organization;
}

/** Who runs this site, for the front page and the page about us. */
export function organization(where: Where) {
  const t = translator(uiMessages, where.locale);
  return {
    '@context': SCHEMA,
    ...bank(where),
    alternateName: translator(uiMessages, where.locale === 'zh' ? 'en' : 'zh')('bank'),
    logo: absolute('/apple-touch-icon.png', where.origin),
    ...(site.servicePhone === null ? {} : { telephone: site.servicePhone }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'CN',
      addressRegion: t('province'),
      addressLocality: t('city'),
    },
    // 齐鲁壹点, early 2023: founded in July 2004.
    parentOrganization: { '@type': 'Organization', name: t('company'), foundingDate: '2004-07' },
  } as const satisfies WithContext<Organization>;
}

/** From the front page down to the page itself, which is named last. */
export function breadcrumbs(crumbs: readonly Crumb[], page: Crumb, where: Where) {
  const t = translator(uiMessages, where.locale);
  return {
    '@context': SCHEMA,
    '@type': 'BreadcrumbList',
    itemListElement: [{ title: t('home'), path: '/' }, ...crumbs, page].map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: at(path, where),
    })),
  } as const satisfies WithContext<BreadcrumbList>;
}

export interface ArticleFacts {
  readonly title: string;
  readonly summary: string;
  readonly path: string;
  readonly author: string;
  /** Civil dates. */
  readonly written: string;
  readonly updated: string;
  /** Null until somebody with a medical role has read this very text: then no review is claimed. */
  readonly reviewed: { readonly role: string; readonly on: string } | null;
  readonly sources: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly date: string | null;
    readonly url: string | null;
  }[];
}

/** An article with what it rests on. */
export function medicalPage(article: ArticleFacts, where: Where) {
  return {
    '@context': SCHEMA,
    '@type': 'MedicalWebPage',
    '@id': at(article.path, where),
    url: at(article.path, where),
    name: article.title,
    headline: article.title,
    description: article.summary,
    inLanguage: languageTag(where.locale),
    isAccessibleForFree: true,
    datePublished: article.written,
    dateModified: article.updated,
    ...(article.reviewed === null
      ? {}
      : {
          lastReviewed: article.reviewed.on,
          reviewedBy: { '@type': 'Person', jobTitle: article.reviewed.role } as const,
        }),
    author: { '@type': 'Organization', name: article.author, parentOrganization: bank(where) },
    publisher: bank(where),
    medicalAudience: { '@type': 'MedicalAudience', audienceType: 'Patient' },
    citation: article.sources.map(({ title, publisher, date, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher } as const,
      ...(date === null ? {} : { datePublished: date }),
      ...(url === null ? {} : { url }),
    })),
  } as const satisfies WithContext<MedicalWebPage>;
}

/** Questions with the answers as the page gives them. */
export function questions(
  path: string,
  all: readonly { readonly id: string; readonly question: string; readonly answer: string }[],
  where: Where,
) {
  return {
    '@context': SCHEMA,
    '@type': 'FAQPage',
    url: at(path, where),
    inLanguage: languageTag(where.locale),
    mainEntity: all.map(({ id, question, answer }) => ({
      '@type': 'Question',
      '@id': `${at(path, where)}#${id}`,
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer } as const,
    })),
  } as const satisfies WithContext<FAQPage>;
}

/** The glossary. */
export function terms(
  path: string,
  name: string,
  all: readonly { readonly id: string; readonly term: string; readonly meaning: string }[],
  where: Where,
) {
  return {
    '@context': SCHEMA,
    '@type': 'DefinedTermSet',
    '@id': at(path, where),
    url: at(path, where),
    name,
    inLanguage: languageTag(where.locale),
    hasDefinedTerm: all.map(({ id, term, meaning }) => ({
      '@type': 'DefinedTerm',
      '@id': `${at(path, where)}#${id}`,
      termCode: id,
      name: term,
      description: meaning,
    })),
  } as const satisfies WithContext<DefinedTermSet>;
}

export interface EventFacts {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  /** ISO 8601 with offset, such as `2026-12-05T14:00:00+08:00`. */
  readonly starts: string;
  readonly ends: string;
  readonly place: { readonly name: string; readonly address: string } | 'online';
  readonly cancelled: boolean;
  /** Null once nobody can book any more. */
  readonly seatsLeft: boolean | null;
}

/** A class or lecture. They cost nothing, and that is said. */
export function event(facts: EventFacts, where: Where) {
  const url = at(facts.path, where);
  const online = facts.place === 'online';
  return {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': url,
    url,
    name: facts.title,
    description: facts.description,
    inLanguage: languageTag(where.locale),
    startDate: facts.starts,
    endDate: facts.ends,
    eventStatus: `${SCHEMA}/${facts.cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/${online ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode'}`,
    location:
      facts.place === 'online'
        ? { '@type': 'VirtualLocation', url }
        : { '@type': 'Place', name: facts.place.name, address: facts.place.address },
    isAccessibleForFree: true,
    ...(facts.seatsLeft === null
      ? {}
      : {
          offers: {
            '@type': 'Offer',
            price: 0,
            priceCurrency: 'CNY',
            url,
            availability: `${SCHEMA}/${facts.seatsLeft ? 'InStock' : 'SoldOut'}`,
          } as const,
        }),
    organizer: bank(where),
  } as const satisfies WithContext<Event>;
}
