import { LostReasonSettings } from '@/features/settings/lost-reason-settings';

export const metadata = { title: 'Reasons of loss' };

export default function LostReasonSettingsPage() {
  return <LostReasonSettings />;
}
