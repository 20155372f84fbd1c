import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="h-dvh overflow-y-auto">
      <div className="mx-auto flex min-h-full w-full max-w-[420px] flex-col justify-center px-5 py-10">
        <div className="mb-6 flex items-center gap-2.5">
          <Logo size={28} />
          <span className="text-lg font-semibold">Windrose</span>
        </div>
        {children}
      </div>
    </main>
  );
}
