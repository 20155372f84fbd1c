'use client';
import { Menu as MenuIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useLiveUpdates } from '@/lib/live';
import { useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { navigation } from './nav-items';
import { SessionGate } from './session-gate';
import { Sidebar } from './sidebar';
import { ViewAsBanner } from './view-as-banner';

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
}

/** "g" and then a letter within a second goes to a page. */
function useGoTo() {
  const router = useRouter();
  const since = useRef(0);
  const keys: Record<string, () => void> = { g: () => void (since.current = Date.now()) };
  useShortcuts(keys);
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (Date.now() - since.current > 1_000 || e.metaKey || e.ctrlKey || e.altKey) return;
      const item = navigation.flatMap(g => g.items).find(i => i.key === e.key);
      if (!item) return;
      since.current = 0;
      e.preventDefault();
      router.push(item.href);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [router]);
}

export function Shell({ palette: Palette, children }: { palette: ComponentType<PaletteProps>; children: ReactNode }) {
  const [drawer, setDrawer] = useState(false);
  const [search, setSearch] = useState(false);
  const [searched, setSearched] = useState(false);
  const signedIn = useSession().data !== undefined;
  const openSearch = () => {
    setDrawer(false);
    setSearched(true);
    setSearch(true);
  };
  useLiveUpdates(signedIn);
  useGoTo();
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.key.toLowerCase() === 'k' && (e.metaKey || e.ctrlKey)) {
        e.preventDefault();
        openSearch();
      } else if (e.key === 'Escape') {
        setDrawer(false);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="flex h-dvh">
      <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-1.5">Skip to content</a>
      {drawer && <div aria-hidden className="fixed inset-0 z-30 animate-[fade_.15s] bg-black/40 md:hidden" onClick={() => setDrawer(false)} />}
      <aside
        aria-label="Sidebar"
        className={cn(
          'flex w-[228px] shrink-0 flex-col gap-3 px-2 pb-2 pt-2.5 max-md:fixed max-md:inset-y-0 max-md:left-0 max-md:z-40 max-md:w-[280px] max-md:bg-canvas max-md:shadow-e3 max-md:transition-transform max-md:duration-200',
          !drawer && 'max-md:invisible max-md:-translate-x-full',
        )}
      >
        <Sidebar onNavigate={() => setDrawer(false)} onSearch={openSearch} />
      </aside>
      <div className="flex min-w-0 flex-1 md:p-2 md:pl-0">
        <main id="main" tabIndex={-1} className="relative flex min-w-0 flex-1 flex-col overflow-hidden bg-surface outline-none md:rounded-xl md:border md:shadow-e1">
          <button
            type="button"
            aria-label="Open navigation"
            aria-expanded={drawer}
            onClick={() => setDrawer(true)}
            className="absolute left-2 top-1.5 z-20 grid size-9 place-items-center rounded-md text-fg-2 hover:bg-hover md:hidden [&_svg]:size-5"
          >
            <MenuIcon />
          </button>
          <ViewAsBanner />
          <SessionGate>{children}</SessionGate>
        </main>
      </div>
      {searched && <Palette open={search} onClose={() => setSearch(false)} />}
    </div>
  );
}
