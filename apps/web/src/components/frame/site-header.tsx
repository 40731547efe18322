import { Link } from '#i18n/navigation.ts';
import { AccountControls } from './account-controls.tsx';
import { MainNav } from './main-nav.tsx';

/** The studio's name, the way around, and who is signed in. */
export function SiteHeader({ studioName }: { studioName: string }) {
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex min-h-16 max-w-5xl items-center gap-6 px-4 md:px-6">
        <Link href="/" className="min-w-0 truncate py-2 font-bold text-lg tracking-tight">
          {studioName}
        </Link>
        <MainNav />
        <AccountControls />
      </div>
    </header>
  );
}
