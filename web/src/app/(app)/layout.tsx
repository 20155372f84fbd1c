'use client';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { useShortcuts } from '@/lib/shortcuts';

const Palette = dynamic(() => import('@/features/palette/palette').then(m => m.Palette), { ssr: false });
const ShortcutsHelp = dynamic(() => import('@/features/palette/shortcuts-help').then(m => m.ShortcutsHelp), { ssr: false });

export default function AppLayout({ children }: { children: ReactNode }) {
  const [help, setHelp] = useState(false);
  useShortcuts({ '?': () => setHelp(true) });
  return (
    <Shell palette={Palette}>
      {children}
      {help && <ShortcutsHelp open onClose={() => setHelp(false)} />}
    </Shell>
  );
}
