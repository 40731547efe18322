/** What browsers that can read codes themselves offer, and the package `qr` as well. */
interface Detector {
  detect(image: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: ['qr_code'] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Reads a QR code off a picture of the camera, with the browser's own means where it has some; nothing leaves the device. */
export async function createDetector(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const Native = await nativeDetector();
  const DetectorClass: DetectorClass = Native ?? (await import('qr/decode.js')).BarcodeDetector;
  const detector = new DetectorClass({ formats: ['qr_code'] });
  return async (video) => {
    if (video.readyState < video.HAVE_CURRENT_DATA) return null;
    const [code] = await detector.detect(video);
    return code?.rawValue ?? null;
  };
}

async function nativeDetector(): Promise<DetectorClass | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  // On some systems the class is there and knows no format.
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  return BarcodeDetector && formats?.includes('qr_code') ? BarcodeDetector : null;
}
