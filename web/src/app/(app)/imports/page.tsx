import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Import' };

export default function ImportPage() {
  return <PageHeader title="Import" />;
}
