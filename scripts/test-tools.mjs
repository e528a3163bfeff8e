// @ts-check
/** The programs the tests need besides npm packages: a browser, Chinese fonts, and readers of PDFs none of us wrote. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, say } from './house.mjs';

/** @param {string} program */
const onPath = (program) =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`));

const hasHanFont = () =>
  onPath('fc-list') &&
  (spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const TOOLS = [
  { package: 'chromium', present: () => onPath('chromium') },
  { package: 'fonts-noto-cjk', present: hasHanFont },
  { package: 'poppler-utils', present: () => onPath('pdfinfo') && onPath('pdftotext') },
  { package: 'qpdf', present: () => onPath('qpdf') },
];

/** Installs what is missing when it may, else says the one command to run and ends. */
export function provideTestTools() {
  const missing = TOOLS.filter(({ present }) => !present()).map((tool) => tool.package);
  if (missing.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends fontconfig ${missing.join(' ')}`;
  if (!onPath('apt-get'))
    fail(`The tests need ${missing.join(', ')} (Debian package names). Install them and run npm test again.`);
  if (process.getuid?.() !== 0)
    fail(
      `The tests need ${missing.join(', ')}. Run this once, then npm test again:\n\n  sudo sh -c '${command}'`,
    );
  say(`Installing for the tests: ${missing.join(', ')} …`);
  const done = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status !== 0)
    fail(`apt-get could not install ${missing.join(', ')}. Try it by hand:\n\n  ${command}`);
  const still = TOOLS.filter(({ present }) => !present()).map((tool) => tool.package);
  if (still.length > 0) fail(`Installed, and yet not found: ${still.join(', ')}.`);
}
