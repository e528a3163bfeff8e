import type { APIRoute } from 'astro';
import { admitFamily, notFound } from '#src/accounts/guard.ts';

/** A receipt's stored bytes, for the family it belongs to. */
export const GET: APIRoute = async (context) => {
  const access = await admitFamily(context);
  if (access instanceof Response) return access;
  const { deps } = context.locals;
  const found = await deps.read.orders.receiptFile(context.params['id'] ?? '', access.familyId);
  if (!found?.file) return notFound(context);
  const bytes = await deps.files.get(found.file.storageKey);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': found.file.mediaType,
      'content-disposition': `attachment; filename="${found.file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
