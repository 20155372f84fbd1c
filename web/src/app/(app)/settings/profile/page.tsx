import { ProfileSettings } from '@/features/settings/profile-settings';

export const metadata = { title: 'Profile' };

export default function ProfileSettingsPage() {
  return <ProfileSettings />;
}
