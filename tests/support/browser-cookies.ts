import type { CookieOptions, Cookies } from '../../src/accounts/session.ts';

/** A browser's cookies, as far as these rules need one. */
export class Browser implements Cookies {
  readonly jar = new Map<string, string>();
  readonly options = new Map<string, CookieOptions>();
  get(name: string): { value: string } | undefined {
    const value = this.jar.get(name);
    return value === undefined ? undefined : { value };
  }
  set(name: string, value: string, options: CookieOptions): void {
    this.jar.set(name, value);
    this.options.set(name, options);
  }
  delete(name: string): void {
    this.jar.delete(name);
  }
}
