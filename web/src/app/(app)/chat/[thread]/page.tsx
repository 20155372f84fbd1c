import { PageHeader } from '@/components/page-header';

export const generateStaticParams = () => [{ thread: '_' }];
export const metadata = { title: 'Chat' };

export default function ChatPage() {
  return <PageHeader title="Chat" />;
}
