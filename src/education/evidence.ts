/**
 * How much stands behind a use, as a tag before it: solid is settled, dashed is research. In an article's text
 * `{established}`, `{few}` or `{research}`; the words and what they mean are the same everywhere.
 */
import { say, type Locale, type Text } from '#src/shared/i18n.ts';
import { ICONS, type IconName } from '#src/ui/icons.ts';

const EVIDENCE: Readonly<Record<string, { words: Text; look: string; icon: IconName }>> = {
  established: { words: { zh: '成熟治疗', en: 'Established' }, look: 'ok', icon: 'check' },
  few: { words: { zh: '少数情况', en: 'A few cases' }, look: 'wait', icon: 'clock' },
  research: { words: { zh: '仍在研究', en: 'Still research' }, look: 'not-yet', icon: 'search' },
};

/** Rendered Markdown with the tags in place. Throws on a word in braces that is none of them. */
export const withEvidence = (html: string, locale: Locale): string =>
  html.replaceAll(/\{([a-z-]+)\}/g, (_, name: string) => {
    const tag = EVIDENCE[name];
    if (!tag)
      throw new Error(`there is no evidence tag {${name}}: write one of ${Object.keys(EVIDENCE).join(', ')}`);
    return `<span class="tag evidence ${tag.look}"><svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${ICONS[tag.icon]}"></path></svg>${say(tag.words, locale)}</span>`;
  });
