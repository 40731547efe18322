import { randomUUID } from 'node:crypto';
import { type ApiClient, createApiClient, unwrap } from '@openmat/api-client';
import { apiUrl } from './stack-settings.ts';

/** Somebody who may sign in. */
export interface Person {
  name: string;
  email: string;
  password: string;
}

/** A person with an account, who may also act through the API, as from another device. */
export interface Member extends Person {
  id: string;
  api: ApiClient;
}

/** Nobody else has this name; short enough to be read in a list. */
export function unique(name: string): string {
  return `${name} ${randomUUID().slice(0, 6)}`;
}

/** Somebody without an account yet. */
export function newPerson(name: string): Person {
  const id = randomUUID();
  return { name, email: `${id}@example.org`, password: `quiet harbour ${id}` };
}

/** Makes an account without a browser. */
export async function register(person: Person): Promise<Member> {
  const anonymous = createApiClient({ baseUrl: apiUrl() });
  const { user, accessToken } = await unwrap(anonymous.POST('/api/v1/auth/register', { body: person }));
  return { ...person, id: user.id, api: clientWith(accessToken) };
}

/** The API as a person who has an account. */
export async function logIn({ email, password }: Person): Promise<ApiClient> {
  const anonymous = createApiClient({ baseUrl: apiUrl() });
  const { accessToken } = await unwrap(anonymous.POST('/api/v1/auth/login', { body: { email, password } }));
  return clientWith(accessToken);
}

function clientWith(accessToken: string): ApiClient {
  return createApiClient({ baseUrl: apiUrl(), getAccessToken: async () => accessToken });
}
