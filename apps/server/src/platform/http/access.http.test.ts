import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { authenticationPlugin } from '../../modules/identity/index.ts';
import type { Access } from './access.ts';

/** What anybody may call; every other route has to ask for a token. */
const PUBLIC = [
  /^\/api\/v1\/auth\//,
  /^\/api\/v1\/(studio|classes|locations|instructors|ticket-plans)$/,
  /^\/api\/v1\/sessions(\/\{id\}|\/stream)?$/,
  /^\/api\/v1\/((classes|sessions)\/\{id\}\/)?calendar\.ics$/,
  /^\/api\/v1\/calendar\/\{secret\}\.ics$/,
  /^\/api\/v1\/stripe\/webhook$/,
  /^\/api\/v1\/unsubscribe$/,
];

interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  access: Access | undefined;
  /** Nobody may call it with neither token nor cookie. */
  secured: boolean;
}

let api: TestApi;
let operations: Operation[];
const tokens = { member: '', staff: '', admin: '' };

beforeAll(async () => {
  api = await startTestApi();
  for (const role of ['member', 'staff', 'admin'] as const) {
    const { id } = await fixtures(api.services.db).user({ role });
    tokens[role] = api.tokenOf(id, role);
  }
  operations = documentedOperations();
});
afterAll(() => api.close());

/** All operations of the OpenAPI document, so that a new route cannot be forgotten here. */
function documentedOperations(): Operation[] {
  const paths = Object.entries(api.app.swagger().paths ?? {});
  return paths.flatMap(([path, item]) =>
    Object.entries(item as Record<string, { security?: object[]; 'x-access'?: Access }>).map(([method, operation]) => {
      const security = operation.security ?? [];
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        access: operation['x-access'],
        secured: security.length > 0 && security.every((scheme) => Object.keys(scheme).length > 0),
      };
    }),
  );
}

async function statusOf({ method, path }: Operation, token?: string): Promise<number> {
  const response = await api.app.inject({
    method,
    url: path.replace(/\{\w+\}/g, crypto.randomUUID()),
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(method !== 'GET' && { payload: {} }),
  });
  return response.statusCode;
}

/** The operations whose answer is another than the wanted one; a test expects none. */
async function exceptions(
  among: Operation[],
  isWanted: (status: number) => boolean,
  token?: string,
): Promise<string[]> {
  expect(among).not.toHaveLength(0);
  const seen = [];
  for (const operation of among) {
    const status = await statusOf(operation, token);
    if (!isWanted(status)) seen.push(`${operation.method} ${operation.path} answered ${status}`);
  }
  return seen;
}

const is = (wanted: number) => (status: number) => status === wanted;
const isAdminPath = ({ path }: Operation) => path.includes('/admin');

describe('routes below /admin', () => {
  test('are for staff or for admins only', () => {
    const others = operations.filter(
      (operation) => isAdminPath(operation) && !/^(staff|admin)$/.test(operation.access ?? ''),
    );
    expect(others).toEqual([]);
  });

  test('refuse anonymous callers', async () => {
    expect(await exceptions(operations.filter(isAdminPath), is(401))).toEqual([]);
  });

  test('refuse members', async () => {
    expect(await exceptions(operations.filter(isAdminPath), is(403), tokens.member)).toEqual([]);
  });

  test('refuse staff where only admins may', async () => {
    const adminOnly = operations.filter((operation) => isAdminPath(operation) && operation.access === 'admin');
    expect(await exceptions(adminOnly, is(403), tokens.staff)).toEqual([]);
  });

  test('let admins pass', async () => {
    const passes = (status: number) => status !== 401 && status !== 403;
    expect(await exceptions(operations.filter(isAdminPath), passes, tokens.admin)).toEqual([]);
  });
});

test('every secured route refuses anonymous callers', async () => {
  expect(
    await exceptions(
      operations.filter(({ secured }) => secured),
      is(401),
    ),
  ).toEqual([]);
});

test('only the routes that are meant to be public are', () => {
  const open = operations.filter(({ secured }) => !secured).map(({ path }) => path);
  expect(open).not.toHaveLength(0);
  expect(open.filter((path) => !PUBLIC.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('HEAD is guarded like GET', async () => {
  const response = await api.app.inject({ method: 'HEAD', url: '/api/v1/admin/users' });
  expect(response.statusCode).toBe(401);
});

test.each(['token of nobody', 'Basic YWRtaW46YWRtaW4='])('%j is no access token', async (authorization) => {
  const response = await api.app.inject({ url: '/api/v1/me', headers: { authorization } });
  expect(response.statusCode).toBe(401);
});

describe('a route that does not say who may call it stops the start', () => {
  const routes = [
    ['no access at all', '/new', {}],
    ['an admin path for members', '/admin/new', { access: 'member' }],
    ['an admin path for everybody', '/admin/new', { access: 'public' }],
  ] as const;

  test.each(routes)('%s', async (_, url, config) => {
    const app = fastify();
    await app.register(authenticationPlugin, api.services);
    expect(() => app.get(url, { config }, async () => ({}))).toThrow(/access/);
    await app.close();
  });
});
