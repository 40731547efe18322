import { expect, test, vi } from 'vitest';
import type { Grant } from './session-state.ts';
import { type TabMessage, TokenKeeper } from './token-keeper.ts';

const NOW = 1_000_000;
const user = { id: 'u', email: 'anna@example.org', name: 'Anna', role: 'member', timeZone: null } as const;

function grant(accessToken: string, secondsLeft = 600): Grant {
  return { user, accessToken, expiresAt: NOW + secondsLeft * 1_000 };
}

/** A browser with any number of tabs: one lock and one channel for all. */
function browser(refresh: () => Promise<Grant | null>) {
  const tabs: TokenKeeper[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  };
  return {
    openTab: () => {
      const tab: TokenKeeper = new TokenKeeper({
        refresh,
        exclusively,
        now: () => NOW,
        tellOtherTabs: (message: TabMessage) => {
          for (const other of tabs) if (other !== tab) other.hear(message);
        },
      });
      tabs.push(tab);
      return tab;
    },
  };
}

test('all requests of all tabs share one refresh', async () => {
  const refresh = vi.fn(async () => grant('fresh'));
  const { openTab } = browser(refresh);
  const [one, two] = [openTab(), openTab()];
  const tokens = await Promise.all([one.getToken(), one.getToken(), two.getToken(), two.getToken()]);
  expect(tokens).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('a good token is used without asking', async () => {
  const refresh = vi.fn(async () => null);
  const tab = browser(refresh).openTab();
  tab.signIn(grant('good'));
  expect(await tab.getToken()).toBe('good');
  expect(refresh).not.toHaveBeenCalled();
});

test.each([
  ['is about to end', grant('old', 5), null],
  ['was refused', grant('old'), 'old'],
])('a token that %s is replaced once', async (_, old, refused) => {
  const refresh = vi.fn(async () => grant('fresh'));
  const tab = browser(refresh).openTab();
  tab.signIn(old);
  expect(await Promise.all([tab.getToken(refused), tab.getToken(refused)])).toEqual(['fresh', 'fresh']);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('a refused token that was replaced meanwhile needs no refresh', async () => {
  const refresh = vi.fn(async () => null);
  const tab = browser(refresh).openTab();
  tab.signIn(grant('newer'));
  expect(await tab.getToken('old')).toBe('newer');
  expect(refresh).not.toHaveBeenCalled();
});

test('a refused refresh signs out every tab, and each knows why', async () => {
  const { openTab } = browser(async () => null);
  const [one, two] = [openTab(), openTab()];
  expect(await one.getToken()).toBeNull();
  const ended = { status: 'signed-out', why: 'ended' };
  expect([one.getState(), two.getState()]).toEqual([ended, ended]);
});

test('a refresh that does not get through signs nobody out and can be tried again', async () => {
  const refresh = vi.fn<() => Promise<Grant | null>>().mockRejectedValueOnce(new Error('offline'));
  refresh.mockResolvedValueOnce(grant('fresh'));
  const tab = browser(refresh).openTab();
  await expect(tab.getToken()).rejects.toThrow('offline');
  expect(tab.getState().status).toBe('unknown');
  expect(await tab.getToken()).toBe('fresh');
});

test('signing in or out in one tab is known in all, and listeners hear of it', () => {
  const { openTab } = browser(async () => null);
  const [one, two] = [openTab(), openTab()];
  const heard = vi.fn();
  two.subscribe(heard);
  one.signIn(grant('good'));
  expect(two.getState()).toEqual({ status: 'signed-in', grant: grant('good') });
  one.signOut();
  expect(two.getState()).toEqual({ status: 'signed-out', why: null });
  expect(heard).toHaveBeenCalledTimes(2);
});

test('what users change about themselves is known in all tabs', () => {
  const { openTab } = browser(async () => null);
  const [one, two] = [openTab(), openTab()];
  one.updateUser({ ...user, name: 'Nobody' });
  expect(two.getState().status).toBe('unknown');
  one.signIn(grant('good'));
  two.updateUser({ ...user, name: 'Ana' });
  expect(one.getState()).toEqual({ status: 'signed-in', grant: { ...grant('good'), user: { ...user, name: 'Ana' } } });
});

test('a token that will end soon is renewed ahead, once for all tabs', async () => {
  const refresh = vi.fn(async () => grant('fresh'));
  const { openTab } = browser(refresh);
  const [one, two] = [openTab(), openTab()];
  one.signIn(grant('old', 30));
  await Promise.all([one.renew(60_000), two.renew(60_000)]);
  expect(await two.getToken()).toBe('fresh');
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('a grant that arrives after signing out is dropped', async () => {
  let answer: (grant: Grant) => void = () => {};
  const tab = browser(() => new Promise((resolve) => (answer = resolve))).openTab();
  const token = tab.getToken();
  await vi.waitUntil(() => answer.length === 1);
  tab.signOut();
  answer(grant('late'));
  expect(await token).toBeNull();
  expect(tab.getState().status).toBe('signed-out');
});
