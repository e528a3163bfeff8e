import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';

/** Bytes we made or were given: encrypted on disk or S3, found only through a row. */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    familyId: text('family_id'),
    kind: text('kind').notNull(),
    subjectId: text('subject_id').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    storageKey: text('storage_key').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('files_family').on(t.familyId), index('files_subject').on(t.subjectId)],
);
