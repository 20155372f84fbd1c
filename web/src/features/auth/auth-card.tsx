import type { FormEvent, ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';

interface AuthCardProps {
  title: string;
  lead?: ReactNode;
  message?: string | null;
  onSubmit?: () => void;
  children?: ReactNode;
}

export function AuthCard({ title, lead, message, onSubmit, children }: AuthCardProps) {
  const submit = (e: FormEvent) => {
    e.preventDefault();
    onSubmit?.();
  };
  return (
    <Card className="p-6 shadow-e2">
      <h1 className="text-xl font-semibold">{title}</h1>
      {lead && <p className="mt-1 text-sm text-fg-3">{lead}</p>}
      <form onSubmit={submit} className="mt-5 flex flex-col gap-4">
        {message && <Notice>{message}</Notice>}
        {children}
      </form>
    </Card>
  );
}
