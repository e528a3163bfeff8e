/** An article between its pictures: a line `{{name}}` stands where the picture goes. Pure. */

/** Pictures an article may ask for; src/education/ArticlePicture.astro draws them. */
export const PICTURES = ['cells-and-weight'] as const;
export type PictureName = (typeof PICTURES)[number];

/** One stretch of Markdown, and the picture that follows it, if one does. */
export interface Piece {
  readonly markdown: string;
  readonly picture?: PictureName;
}

const isPicture = (name: string): name is PictureName => (PICTURES as readonly string[]).includes(name);

/** Throws on a picture nobody can draw. */
export function piecesOf(markdown: string): readonly Piece[] {
  const parts = markdown.split(/^\{\{([a-z-]+)\}\}$/m);
  return Array.from({ length: Math.ceil(parts.length / 2) }, (_, at) => {
    const text = parts[at * 2] ?? '';
    const name = parts[at * 2 + 1];
    if (name === undefined) return { markdown: text };
    if (!isPicture(name))
      throw new Error(`there is no picture {{${name}}}: write one of ${PICTURES.join(', ')}`);
    return { markdown: text, picture: name };
  });
}
