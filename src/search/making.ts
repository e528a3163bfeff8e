/** For the build: how the index is made of finished pages. Apart from `index.ts`, because the server needs no HTML parser. */
export { makeIndex } from './make-index.ts';
export { readPage, type ReadPage } from './read-page.ts';
