import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenToSessions } from './session-stream.ts';

/** What a browser does with a stream, moved by hand. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.opened.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  send(sessionId: string, lastEventId: string): void {
    this.dispatchEvent(new MessageEvent('session.counts', { data: JSON.stringify({ sessionId }), lastEventId }));
  }

  refuse(): void {
    this.readyState = FakeSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const frame = new EventTarget();
const heard = vi.fn();
const open = () => FakeSource.opened.filter(({ readyState }) => readyState !== FakeSource.CLOSED);
const show = (visibilityState: string) => {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
};

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', frame);
  FakeSource.opened = [];
  heard.mockReset();
  show('visible');
  stop = listenToSessions(['a', 'b'], heard);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one stream for all sessions; what it says is heard', () => {
  expect(FakeSource.opened.map(({ url }) => url)).toEqual(['/api/v1/sessions/stream?sessionIds=a,b']);
  open()[0]?.send('a', 'x-1');
  expect(heard).toHaveBeenCalledExactlyOnceWith({ sessionId: 'a' });
});

test('a hidden page listens to nothing and goes on where it was', () => {
  open()[0]?.send('a', 'x-1');
  show('hidden');
  expect(open()).toEqual([]);
  show('visible');
  expect(open().map(({ url }) => url)).toEqual(['/api/v1/sessions/stream?sessionIds=a,b&lastEventId=x-1']);
});

test('a network that is back is used at once', () => {
  frame.dispatchEvent(new Event('online'));
  expect([FakeSource.opened.length, open().length]).toEqual([2, 1]);
});

test('a machine that slept connects anew; one that is merely slow does not', () => {
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened).toHaveLength(1);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect([FakeSource.opened.length, open().length]).toEqual([2, 1]);
});

test('refused, it tries again, less and less often', () => {
  open()[0]?.refuse();
  vi.advanceTimersByTime(1_500);
  expect(FakeSource.opened).toHaveLength(2);
  open()[0]?.refuse();
  vi.advanceTimersByTime(999);
  expect(FakeSource.opened).toHaveLength(2);
  vi.advanceTimersByTime(2_001);
  expect(FakeSource.opened).toHaveLength(3);
});

test('ended, it stays so', () => {
  open()[0]?.refuse();
  stop();
  show('visible');
  vi.advanceTimersByTime(3_600_000);
  expect(FakeSource.opened).toHaveLength(1);
});
