import { notFound } from 'next/navigation';
import { UiPage } from '#features/dev-ui/ui-page.tsx';

export const metadata = { title: 'Components' };

export default function DevUi() {
  if (process.env.NODE_ENV === 'production') notFound();
  return <UiPage />;
}
