import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Features' };

export default function FeaturesPage() {
  return <PageHeader title="Features" />;
}
