'use client';
import { ChevronDown } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useMedia } from '@/lib/use-media';
import { Tabs, type TabItem } from './ui/tabs';

export interface FrameTab extends TabItem {
  /** Fills the panel from top to bottom, as a conversation does. */
  fill?: boolean;
}

interface RecordFrameProps {
  label: string;
  /** Always in sight: name, badges, state. */
  summary: ReactNode;
  details: ReactNode;
  /** What the details hold, for the button that opens them on small screens. */
  detailsLabel: string;
  tabs: FrameTab[];
  aside?: ReactNode;
}

/** The tab stands in the address, so that it survives a reload and can be shared. */
export function useTab(first: string): [string, (tab: string) => void] {
  const path = usePathname();
  const tab = useSearchParams().get('tab') ?? first;
  return [tab, value => window.history.replaceState(null, '', value === first ? path : `${path}?tab=${value}`)];
}

/** Two panels: what a record is on the left, what to do with it on the right. */
export function RecordFrame({ label, summary, details, detailsLabel, tabs, aside }: RecordFrameProps) {
  const [more, setMore] = useState(false);
  const [tab, setTab] = useTab(tabs[0]?.value ?? '');
  const folds = useMedia('(max-width: 1023px)');
  const fill = tabs.find(t => t.value === tab)?.fill;
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
      <aside aria-label={`${label} details`} className="w-[340px] shrink-0 overflow-y-auto border-r max-lg:w-full max-lg:overflow-visible max-lg:border-b max-lg:border-r-0">
        {summary}
        <button type="button" aria-expanded={more} onClick={() => setMore(!more)} className="flex h-11 w-full items-center gap-2 border-t px-5 font-medium text-fg-2 lg:hidden">
          {detailsLabel}
          <ChevronDown aria-hidden className={cn('ml-auto size-4 transition-transform', more && 'rotate-180')} />
        </button>
        {(more || !folds) && details}
      </aside>
      <Tabs
        label={label}
        value={tab}
        onChange={setTab}
        aside={aside}
        tabs={tabs}
        className="max-lg:flex-none"
        panelClassName={cn('max-lg:overflow-visible', fill && 'flex flex-col')}
      />
    </div>
  );
}
