import { expect, it } from 'vitest';
import { createLog } from './log.ts';

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = '';
  write(createLog({ destination: { write: (line: string) => void (text += line) } }));
  return text;
};

it('keeps ids, codes and routes', () => {
  const line = JSON.parse(
    written((log) => log.info({ requestId: 'r1', route: '/x', status: 404 }, 'done')),
  ) as object;
  expect(line).toMatchObject({ level: 'info', requestId: 'r1', route: '/x', status: 404, msg: 'done' });
});

it('drops names and numbers of people even when somebody passes them on', () => {
  const text = written((log) => {
    log.info({
      phone: '13800138000',
      guardian: { name: '王小明', deep: { idNumber: '370102199001011237' } },
    });
    log.info({ req: { headers: { cookie: '__Host-session=abc', authorization: 'Bearer abc' } } });
  });
  expect(text).not.toMatch(/13800138000|王小明|370102|abc/);
});

it('says what broke and where, not what it broke on', () => {
  const cause = Object.assign(new Error('UNIQUE constraint failed: 13800138000'), {
    code: 'SQLITE_CONSTRAINT',
  });
  const error = new TypeError('Failed query: select ?\nparams: 13800138000\n    at 13800138000', { cause });
  const text = written((log) => log.error({ err: error }, 'page failed'));
  expect(text).not.toContain('13800138000');
  expect(text).toContain('TypeError');
  expect(text).toContain('SQLITE_CONSTRAINT');
  expect(text).toContain('log.test.ts');
});
