/**
 * The canonical form of a contract: the exact bytes a person is shown and signs. The page prints this string as it is;
 * `documentSha256` is the SHA-256 of its UTF-8 bytes, from the first `<article` to the last `</article>`.
 */
import { createHash } from 'node:crypto';
import { languageTag } from '../../shared/i18n.ts';
import type { ContractDocument, DocumentItem } from './contract-document.ts';
import type { DocumentTable } from './contract-tables.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string =>
  text.normalize('NFC').replace(/[&<>"]/g, (c) => ESCAPES[c] as string);

const table = (spec: DocumentTable): string => {
  const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
    row
      .map((cell, i) => {
        const amount = spec.numbers && i === row.length - 1 ? ' class="n"' : '';
        return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${amount}>${escape(cell)}</${tag}>`;
      })
      .join('');
  return [
    `<div class="contract-table${spec.sample ? ' contract-sample' : ''}">`,
    spec.sample ? `<p class="contract-label">${escape(spec.sample)}</p>` : '',
    `<table><thead><tr>${cells(spec.head, 'th')}</tr></thead>`,
    `<tbody>${spec.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`,
  ].join('');
};

const numbered = (number: string, text: string): string =>
  `<p class="contract-p"><span class="contract-n">${escape(number)}</span> <span>${escape(text)}</span></p>`;

const item = (lang: string, one: DocumentItem): string => {
  switch (one.kind) {
    case 'paragraph':
      return numbered(one.number, one.text);
    case 'limit':
      return `<div class="contract-limit" id="${lang}-${one.id}"><p class="contract-label">${escape(one.label)}</p>${numbered(one.number, one.text)}</div>`;
    case 'list':
      return `<ul>${one.items.map((entry) => `<li>${escape(entry)}</li>`).join('')}</ul>`;
    case 'table':
      return table(one.table);
  }
};

const article = (document: ContractDocument): string =>
  [
    `<article class="contract" lang="${languageTag(document.lang)}">`,
    `<p class="contract-bank">${escape(document.bank)}</p>`,
    `<h2>${escape(document.title)}</h2>`,
    `<p class="contract-number">${escape(document.number)}${document.sample ? ` <span class="eg">${escape(document.sample)}</span>` : ''}</p>`,
    `<div class="contract-honest">${document.honest.map((sentence) => `<p>${escape(sentence)}</p>`).join('')}</div>`,
    `<dl class="contract-facts">${document.facts
      .map((row) => `<div><dt>${escape(row.term)}</dt><dd>${escape(row.value)}</dd></div>`)
      .join('')}</dl>`,
    ...document.clauses.map(
      (clause) =>
        `<section id="${document.lang}-${clause.id}"><h3>${escape(clause.number)}${document.lang === 'zh' ? '\u3000' : ' '}${escape(clause.title)}</h3>${clause.items
          .map((one) => item(document.lang, one))
          .join('')}</section>`,
    ),
    '</article>',
  ].join('\n');

/** One language, or English followed by the Chinese text that governs. */
export const canonicalHtml = (documents: readonly ContractDocument[]): string =>
  documents.map(article).join('\n');

export const documentSha256 = (html: string): string =>
  createHash('sha256').update(html, 'utf8').digest('hex');

/** What people compare by eye: the last eight digits, in two groups. */
export const hashTail = (hash: string): string => `${hash.slice(-8, -4)} ${hash.slice(-4)}`;
