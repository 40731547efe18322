import { ImageResponse } from 'next/og';
import { accentVariables, PAPER } from '#lib/theme/accent.ts';
import { loadPreviewFonts, previewFontFamily } from './preview-fonts.ts';

/** What every site expects of the picture beside a link, in pixels. */
export const previewSize = { width: 1200, height: 630 };

const INK = '#1d1914';
const MUTED = '#665d51';

/** Drawing is work; a session that was moved or canceled still shows so within minutes. */
const CACHE = 'public, max-age=600, stale-while-revalidate=86400';

/** Longer titles are set smaller, so that they stay on two lines. */
const LONG_TITLE = 22;

interface Preview {
  studioName: string;
  accentColor: string;
  title: string;
  /** The largest line under the title. */
  lead?: string;
  details?: string;
  /** A word in the corner. */
  mark?: string;
}

/** The picture that shows beside a link to a page, in the studio's colour. */
export async function previewImage(preview: Preview): Promise<ImageResponse> {
  const { studioName, title, lead, details, mark } = preview;
  const { '--studio-accent': accent, '--studio-on-accent': onAccent } = accentVariables(preview.accentColor);
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: PAPER.light,
        color: INK,
        fontFamily: previewFontFamily,
        fontWeight: 500,
      }}
    >
      <div style={{ width: 28, background: accent }} />
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, padding: '64px 72px 60px 68px' }}>
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: 34 }}>
          <div style={{ fontWeight: 700 }}>{studioName}</div>
          {mark && (
            <div
              style={{
                padding: '8px 26px 12px',
                borderRadius: 18,
                background: accent,
                color: onAccent,
                fontWeight: 700,
              }}
            >
              {mark}
            </div>
          )}
        </div>
        <div
          style={{
            marginTop: 'auto',
            fontSize: title.length > LONG_TITLE ? 80 : 108,
            fontWeight: 700,
            letterSpacing: '-0.03em',
            lineHeight: 1.05,
            lineClamp: 2,
          }}
        >
          {title}
        </div>
        {lead && <div style={{ marginTop: 30, fontSize: 52, fontWeight: 700, color: accent }}>{lead}</div>}
        {details && <div style={{ marginTop: 14, fontSize: 36, color: MUTED, lineClamp: 1 }}>{details}</div>}
      </div>
    </div>,
    { ...previewSize, fonts: await loadPreviewFonts(), headers: { 'cache-control': CACHE } },
  );
}
