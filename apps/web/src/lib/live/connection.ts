import { onlineManager } from '@tanstack/react-query';

let isStreamLost = false;
const listeners = new Set<() => void>();

/** The live stream was lost, or is back, or is no longer wanted. */
export function reportStream(isLost: boolean): void {
  if (isLost === isStreamLost) return;
  isStreamLost = isLost;
  for (const tell of listeners) tell();
}

/** Whether news reach the page: the device is online, and the stream has not been lost. */
export const isConnected = (): boolean => onlineManager.isOnline() && !isStreamLost;

/** Calls back when that may have changed. */
export function onConnectionChange(tell: () => void): () => void {
  const stop = onlineManager.subscribe(tell);
  listeners.add(tell);
  return () => {
    stop();
    listeners.delete(tell);
  };
}
