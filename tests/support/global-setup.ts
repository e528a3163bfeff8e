import { startSite } from './site.ts';

/** One site for all journeys; each makes its own people, so they do not meet. */
export default async function setUp(): Promise<() => Promise<void>> {
  const site = await startSite();
  process.env['SITE_ORIGIN'] = site.origin;
  process.env['SANDBOX_SITE_ORIGIN'] = site.sandboxOrigin;
  process.env['SITE_SIGN_INS'] = site.signIns;
  process.env['SITE_DATA_DIR'] = site.dataDir;
  return () => site.stop();
}
