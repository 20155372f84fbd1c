import { Compass } from 'lucide-react';
import { Link } from '@/components/link';
import { EmptyState } from '@/components/ui/states';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="grid h-dvh place-items-center">
      <h1 className="sr-only">Not found</h1>
      <EmptyState icon={Compass} title="There is no page at this address" action={<Link href="/" className="font-medium text-accent-text">Go to the start page</Link>}>
        The link may be old or mistyped.
      </EmptyState>
    </main>
  );
}
