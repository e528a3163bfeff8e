/// <reference path="../.astro/types.d.ts" />

declare namespace App {
  interface Locals {
    /** Missing only while a page is prerendered: such a page knows nobody and reads nothing. */
    deps: import('./deps.ts').Deps;
    /** Where this house answers, `config.origin`; a prerendered page gets it when it is served (shared/public-origin.ts). */
    origin?: string;
    locale: import('./shared/i18n.ts').Locale;
    /** In every log line and on the 500 page, so that a person can quote it. */
    requestId: string;
    /** The visitor's address; a proxy's header counts only when the proxy is the configured one. */
    clientAddress: string;
    /** The route as declared, for the log; set by the middleware. */
    route?: string;
    /** Set by `admit()`. */
    access?: import('./accounts/guard.ts').Admitted;
  }
}

/** Tables of characters: `简 繁1 繁2|…`. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
