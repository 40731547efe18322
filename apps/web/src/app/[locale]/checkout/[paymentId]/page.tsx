import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { CheckoutPage } from '#features/checkout/checkout-page.tsx';

interface CheckoutProps {
  params: Promise<{ paymentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkout');
  return { title: t('title') };
}

export default async function Checkout({ params }: CheckoutProps) {
  const t = await getTranslations('checkout');
  return (
    <div className="mx-auto max-w-md pt-10 md:pt-16">
      <RequireSignIn reason={t('signIn')} isPage>
        <CheckoutPage paymentId={(await params).paymentId} />
      </RequireSignIn>
    </div>
  );
}
