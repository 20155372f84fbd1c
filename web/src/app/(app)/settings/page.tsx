import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Workspace' };

export default function WorkspacePage() {
  return <PageHeader title="Workspace" />;
}
