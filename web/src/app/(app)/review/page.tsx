import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Review' };

export default function ReviewPage() {
  return <PageHeader title="Review" />;
}
