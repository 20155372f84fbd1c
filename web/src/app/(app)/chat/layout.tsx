import type { ReactNode } from 'react';
import { ChatPage } from '@/features/chat/chat-page';

/** In the layout, so that a conversation that has just got its address goes on without a break. */
export default function ChatLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ChatPage />
      {children}
    </>
  );
}
