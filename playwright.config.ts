import { defineConfig, devices } from '@playwright/test';

/** As root, in a container, without a screen; and without anything that talks to the browser's maker. */
const LAUNCH = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ],
};

const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  userAgent: devices['Pixel 7'].userAgent,
  locale: 'zh-CN',
};

/**
 * Every journey runs on a phone in Chinese. `@en` marks what runs once more on a desktop in English, `@no-js` what runs
 * once more without JavaScript; `@only` keeps a journey to the projects it is marked for.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './tests/support/global-setup.ts',
  outputDir: 'test-results',
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    timezoneId: 'Asia/Shanghai',
    launchOptions: LAUNCH,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'phone-zh', grepInvert: /@only/, use: phone },
    { name: 'desktop-en', grep: /@en/, use: { viewport: { width: 1280, height: 800 }, locale: 'en' } },
    { name: 'no-js', grep: /@no-js/, use: { ...phone, javaScriptEnabled: false } },
  ],
});
