'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createDetector } from './create-detector.ts';
import { ScanGate } from './scan-gate.ts';

/** Fast enough for a hand that moves, and a tablet stays cool. */
const BETWEEN_LOOKS_MS = 120;

/** `refused`: somebody has to allow it; `missing`: there is none, or the page is not on a secure origin. */
export type CameraState = 'starting' | 'on' | 'refused' | 'missing';

/**
 * Shows what the camera sees and tells of every code once, until the component is gone.
 *
 * @param onCode says whether it has dealt with the code; otherwise it hears of it again
 */
export function useScanner(onCode: (text: string) => boolean): {
  video: RefObject<HTMLVideoElement | null>;
  camera: CameraState;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<CameraState>('starting');
  const tell = useEffectEvent(onCode);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    scan(video.current, signal, () => setCamera('on'), tell).catch((error: unknown) => {
      if (!signal.aborted) setCamera(isRefusal(error) ? 'refused' : 'missing');
    });
    return () => abort.abort();
  }, []);
  return { video, camera };
}

async function scan(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  onStart: () => void,
  onCode: (text: string) => boolean,
): Promise<void> {
  if (!video || !navigator.mediaDevices) throw new Error('There is no camera to ask for');
  const look = await openCamera(video, signal);
  if (signal.aborted) return;
  onStart();
  const gate = new ScanGate();
  while (!signal.aborted) {
    const text = await look(video).catch(() => null);
    if (text && !signal.aborted && gate.isNew(text, performance.now()) && !onCode(text)) gate.forget();
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

async function openCamera(video: HTMLVideoElement, signal: AbortSignal) {
  const [stream, look] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }),
    createDetector(),
  ]);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop);
  video.srcObject = stream;
  // Safari wants to be told; where it may not start by itself, the first touch does it.
  await video.play().catch(() => {});
  return look;
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}
