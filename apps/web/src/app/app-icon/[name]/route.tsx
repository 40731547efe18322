import { ImageResponse } from 'next/og';
import { appIcons, isAppIcon, markSvg } from '#features/install/app-icons.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { accentVariables, PAPER } from '#lib/theme/accent.ts';

/** Phones ask when the app is installed, and now and then whether it still looks the same. */
const CACHE = 'public, max-age=3600';

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  if (!isAppIcon(name)) return new Response(null, { status: 404 });
  const { size, share } = appIcons[name];
  const { accentColor } = await loadStudio();
  const mark = markSvg({ track: '#e4dccd', accent: accentVariables(accentColor)['--studio-accent'] ?? accentColor });
  const edge = Math.round(size * share);
  return new ImageResponse(
    <div style={{ display: 'flex', width: '100%', height: '100%', background: PAPER.light }}>
      {/** biome-ignore lint/performance/noImgElement: this is drawn into a picture, not shown on a page. */}
      <img
        alt=""
        src={`data:image/svg+xml,${encodeURIComponent(mark)}`}
        width={edge}
        height={edge}
        style={{ margin: 'auto' }}
      />
    </div>,
    { width: size, height: size, headers: { 'cache-control': CACHE } },
  );
}
