import { notFound } from 'next/navigation';

/** Every address that no page answers, so that "not found" is said inside the frame and in the visitor's language. */
export { generateMetadata } from '../not-found.tsx';

export default function UnknownAddress() {
  notFound();
}
