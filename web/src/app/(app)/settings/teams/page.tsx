import { TeamSettings } from '@/features/settings/team-settings';

export const metadata = { title: 'Teams' };

export default function TeamSettingsPage() {
  return <TeamSettings />;
}
