import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GOOD_PASSWORD, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import * as checkInCode from './check-in-code.ts';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await signUp(api);
});

const ask = (method: 'GET' | 'POST', { accessToken: token } = anna) => api.call(method, '/me/check-in-code', { token });
const codeOf = async (method: 'GET' | 'POST', who = anna) => (await ask(method, who)).json().code;

test('a member has one code, until they ask for another', async () => {
  const first = await codeOf('GET');
  expect(first).toMatch(/^[0-9A-Z]{8}$/);
  expect(await codeOf('GET')).toBe(first);
  const second = await codeOf('POST');
  expect(second).toMatch(/^[0-9A-Z]{8}$/);
  expect(second).not.toBe(first);
  expect(await codeOf('GET')).toBe(second);
});

test('two phones that ask first at the same moment get the same code', async () => {
  const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf('GET')));
  expect(new Set(codes).size).toBe(1);
});

test('a code that somebody else has is not given twice', async () => {
  const taken = await codeOf('GET', await signUp(api));
  const create = vi.spyOn(checkInCode, 'createCheckInCode').mockReturnValueOnce(taken);
  const code = await codeOf('GET');
  expect(create).toHaveBeenCalledTimes(2);
  expect(code).not.toBe(taken);
  create.mockRestore();
});

test('it is part of what is stored about a member, and goes with them', async () => {
  const code = await codeOf('GET');
  const exported = await api.call('GET', '/me/export', { token: anna.accessToken });
  expect(exported.json().profile.checkInCode).toBe(code);
  expect((await api.call('GET', '/me', { token: anna.accessToken })).body).not.toContain(code);
  await api.call('DELETE', '/me', { token: anna.accessToken, body: { password: GOOD_PASSWORD } });
  const { checkInCode: left } = await api.services.db
    .selectFrom('users')
    .select('checkInCode')
    .where('id', '=', anna.id)
    .executeTakeFirstOrThrow();
  expect(left).toBeNull();
  expect((await ask('GET')).statusCode).toBe(401);
});
