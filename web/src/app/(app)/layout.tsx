'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';

const Palette = dynamic(() => import('@/features/palette/palette').then(m => m.Palette), { ssr: false });

export default function AppLayout({ children }: { children: ReactNode }) {
  return <Shell palette={Palette}>{children}</Shell>;
}
