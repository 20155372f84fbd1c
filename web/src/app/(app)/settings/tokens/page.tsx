import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Tokens' };

export default function TokensPage() {
  return <PageHeader title="Tokens" />;
}
