import { ReceivedMessages } from '@/features/settings/sources/received-messages';

export const metadata = { title: 'Received messages' };

export default function ReceivedMessagesPage() {
  return <ReceivedMessages />;
}
