/**
 * What every dynamic request gets: a language, a number to quote, and a check that unsafe methods come from our own pages.
 * Who may see what is decided in each page and action (`admit`), never here by path.
 */
import { getActionContext } from 'astro:actions';
import { defineMiddleware } from 'astro:middleware';
import type { APIContext } from 'astro';
import { insteadOfPage } from './accounts/guard.ts';
import { actions, rowOf, type Who } from './accounts/permissions.ts';
import type { Deps } from './deps.ts';
import { postRefusal, type PostRefusal } from './platform/http/posted-request.ts';

let developmentDeps: Promise<Deps> | undefined;

/** `astro dev` has no server of ours in front, so the first request builds the deps. */
async function depsForDevelopment(): Promise<Deps> {
  const [{ createDeps }, { loadConfig }] = await Promise.all([
    import('./deps.ts'),
    import('./platform/config/config.ts'),
  ]);
  const deps = await createDeps(loadConfig(process.env));
  deps.startWorker();
  return deps;
}

/** Requests that prove themselves otherwise: by an API key or by a webhook's signature. */
const provesItself = (who: Who | undefined): boolean =>
  who === 'signed-webhook' || (typeof who === 'object' && 'apiScope' in who);

const empty = (status: number): Response => new Response(null, { status });

export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, params, request, routePattern } = context;
  const lang = params['lang'];
  if (lang !== undefined && lang !== 'en') return empty(404);
  locals.locale = lang === 'en' || routePattern.startsWith('/en/') ? 'en' : 'zh';
  if (context.isPrerendered) return next();
  locals.route = routePattern;

  if (import.meta.env.DEV) {
    locals.deps = await (developmentDeps ??= depsForDevelopment());
    locals.requestId = crypto.randomUUID();
    locals.clientAddress = context.clientAddress;
  }
  locals.origin = locals.deps.config.origin;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const row = rowOf(routePattern);
    // The API knows no cookies, so nobody can borrow a visitor's sign-in there; it answers in its own words.
    const api = routePattern.startsWith('/api/');
    if (row && !row.POST && !api) return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    const refusal = await postRefusal(request, {
      origin: locals.deps.config.origin,
      provesItself: api || provesItself(row?.POST),
      callsActions: routePattern.startsWith('/_actions/'),
      isAction: (name) => Object.hasOwn(actions, name),
    });
    if (refusal !== null) {
      const { status, why } = refusal;
      locals.deps.log.warn(
        { requestId: locals.requestId, route: routePattern, refusal: why },
        'post refused',
      );
      const words = REFUSED[status];
      if (words === null) return empty(status);
      return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    }
  }
  // Doors of the framework's own that nobody here wrote: what has no row is for nobody.
  if (!rowOf(routePattern) && !import.meta.env.DEV) return empty(404);
  let response: Response;
  try {
    response = (await actionRefused(context)) ?? (await next());
  } catch (error) {
    // Astro would print the message itself, and a failed query's message quotes its parameters.
    locals.deps.log.error({ requestId: locals.requestId, route: routePattern, err: error }, 'page threw');
    return empty(500);
  }
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
});

/**
 * Runs the action named in the address, if any, before its page: whoever is refused gets the same answer on every page. The
 * page finds what came of it as always (`Astro.getActionResult`).
 */
async function actionRefused(context: APIContext): Promise<Response | null> {
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  if (action?.calledFrom !== 'form') return null;
  const result = await action.handler();
  const instead = insteadOfPage(context, action.name, result.data);
  if (!instead) setActionResult(action.name, serializeActionResult(result));
  return instead;
}

const REFUSED: Readonly<Record<PostRefusal['status'], string | null>> = {
  400:
    '提交的内容不完整，没有执行。请回到页面再提交一次。\n' +
    'What was sent is incomplete, so nothing was done. Go back to the page and submit again.\n',
  403:
    '这个请求不是从本站页面发出的，没有执行。请回到本站页面再提交一次。\n' +
    'This request did not come from a page of this site, so nothing was done. Go back to the site and submit again.\n',
  404: null,
  415:
    '这里只接受网页表单，没有执行。请在页面上填写后提交。\n' +
    'Only web forms are taken here, so nothing was done. Fill in the page and submit it.\n',
};
