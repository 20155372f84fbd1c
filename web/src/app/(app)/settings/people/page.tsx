import { PeopleSettings } from '@/features/settings/people-settings';

export const metadata = { title: 'People' };

export default function PeopleSettingsPage() {
  return <PeopleSettings />;
}
