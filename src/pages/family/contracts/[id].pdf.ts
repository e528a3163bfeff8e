import type { APIRoute } from 'astro';
import { admitFamily, notFound } from '#src/accounts/guard.ts';

/** A signed contract as its family downloads it: an attachment that no browser runs and no cache keeps. */
export const GET: APIRoute = async (context) => {
  const access = await admitFamily(context);
  if (access instanceof Response) return access;
  const { deps } = context.locals;
  const contract = await deps.read.contracts.forFamily(context.params['id'] ?? '', access.familyId);
  const file = contract ? await deps.read.contracts.pdfOf(contract) : null;
  if (!file) return notFound(context);
  const bytes = await deps.files.get(file.storageKey);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${file.name}"; filename*=UTF-8''${encodeURIComponent(`脐带血保存合同 ${file.name}`)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
};
