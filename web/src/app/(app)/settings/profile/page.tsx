import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Profile' };

export default function ProfilePage() {
  return <PageHeader title="Profile" />;
}
