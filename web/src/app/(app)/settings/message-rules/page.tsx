import { MessageRules } from '@/features/settings/sources/message-rules';

export const metadata = { title: 'Message rules' };

export default function MessageRulesPage() {
  return <MessageRules />;
}
