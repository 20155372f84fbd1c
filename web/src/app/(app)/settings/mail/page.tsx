import { MailServerSettings } from '@/features/settings/sources/mail-server-settings';

export const metadata = { title: 'Mail server' };

export default function MailServerSettingsPage() {
  return <MailServerSettings />;
}
