import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'People' };

export default function PeoplePage() {
  return <PageHeader title="People" />;
}
