import { Outbox } from '@/features/settings/sources/outbox';

export const metadata = { title: 'Outbox' };

export default function OutboxPage() {
  return <Outbox />;
}
