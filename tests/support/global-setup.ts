import { COUNSELLOR, EDITOR, SECOND_COUNSELLOR } from '../../db/seed/families/staff.ts';
import { signInEverybody } from './people.ts';
import { startSite } from './site.ts';

/** One site for all journeys; each makes its own people, so they do not meet. */
export default async function setUp(): Promise<() => Promise<void>> {
  const site = await startSite();
  process.env['SITE_ORIGIN'] = site.origin;
  process.env['SANDBOX_SITE_ORIGIN'] = site.sandboxOrigin;
  process.env['SITE_SIGN_INS'] = site.signIns;
  process.env['SITE_DATA_DIR'] = site.dataDir;
  try {
    const sessions = await signInEverybody(site.origin, site.dataDir);
    process.env['SESSIONS'] = JSON.stringify(sessions);
    process.env['COUNSELLOR_SESSION'] = sessions[COUNSELLOR.email];
    process.env['AUDITOR_SESSION'] = sessions[SECOND_COUNSELLOR.email];
    process.env['EDITOR_SESSION'] = sessions[EDITOR.email];
  } catch (error) {
    await site.stop();
    throw error;
  }
  return () => site.stop();
}
