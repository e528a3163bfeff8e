import { expect, test } from '../support/e2e.ts';

test('a first visitor reads the home page, and switches the language @en @no-js', async ({
  page,
  lang,
  picture,
}) => {
  await page.goto(lang || '/');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', lang === '' ? 'zh-CN' : 'en');
  await picture('home');
});

test('an address that does not exist answers in the reader’s language @en', async ({
  page,
  lang,
  picture,
}) => {
  const answer = await page.goto(`${lang}/no-such-page`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', lang === '' ? 'zh-CN' : 'en');
  await picture('not-found');
});

for (const path of ['', '/sign-in', '/register', '/reset-password', '/no-such-page'])
  test(`axe finds nothing on ${path || '/'} @en`, async ({ page, lang, checkAccess }) => {
    await page.goto(`${lang}${path}` || '/');
    await checkAccess();
  });

for (const door of [
  '/webhooks/stripe',
  '/api/x',
  '/api/v1/unit-events',
  '/api/v1/units/x/events',
  '/api/v1/openapi.json',
  '/sign-in/password',
  '/_actions/accounts.signInWithPassword',
])
  test(`another site cannot sign a visitor in through ${door}`, async ({ request }) => {
    const answer = await request.post(`${door}?_action=accounts.signInWithPassword`, {
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      form: { account: '13800138000', password: 'a password' },
    });
    // The API asks for its key before anything else.
    expect(door.startsWith('/api/v1/unit') ? [401] : [403, 404]).toContain(answer.status());
    expect(answer.headers()['set-cookie']).toBeUndefined();
  });

test('a page takes forms only', async ({ request, baseURL }) => {
  const answer = await request.post('/sign-in/password?_action=accounts.signInWithPassword', {
    headers: { origin: baseURL ?? '', 'content-type': 'application/json' },
    data: '{}',
  });
  expect(answer.status()).toBe(415);
});
