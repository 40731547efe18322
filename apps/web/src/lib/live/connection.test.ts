import { onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { isConnected, onConnectionChange, reportStream } from './connection.ts';

afterEach(() => {
  onlineManager.setOnline(true);
  reportStream(false);
});

test('connected is who is online and has not lost the stream', () => {
  expect(isConnected()).toBe(true);
  reportStream(true);
  expect(isConnected()).toBe(false);
  reportStream(false);
  onlineManager.setOnline(false);
  expect(isConnected()).toBe(false);
});

test('each change is told once, until nobody listens', () => {
  let told = 0;
  const stop = onConnectionChange(() => {
    told += 1;
  });
  reportStream(true);
  reportStream(true);
  onlineManager.setOnline(false);
  expect(told).toBe(2);
  stop();
  reportStream(false);
  expect(told).toBe(2);
});
