import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Home' };

export default function HomePage() {
  return <PageHeader title="Home" />;
}
