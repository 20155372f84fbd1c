'use client';
import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { searchRecords } from '@/features/records/field/search-records';
import type { Scope } from './claims-api';

const audiences = [{ value: 'outside', label: 'For the outside' }, { value: 'inside', label: 'For colleagues' }];
const channels = [{ value: 'mail', label: 'Mail' }, { value: 'proposal', label: 'Proposal' }, { value: 'post', label: 'Post' }, { value: 'page', label: 'Page' }, { value: 'report', label: 'Report or deck' }];
const languages = [{ value: 'en', label: 'English' }, { value: 'de', label: 'German' }];

interface ScopeBarProps {
  scope: Scope;
  byItself: boolean;
  onScope: (scope: Scope) => void;
  onByItself: (on: boolean) => void;
}

/** For whom the text is and what it is about. */
export function ScopeBar({ scope, byItself, onScope, onByItself }: ScopeBarProps) {
  return (
    <div role="group" aria-label="What the text is" className="grid shrink-0 grid-cols-[150px_minmax(140px,220px)_140px_140px_1fr] items-center gap-1.5 border-b px-5 py-2 max-lg:grid-cols-2 max-md:px-3.5">
      <Select aria-label="Audience" options={audiences} value={scope.audience} onChange={e => onScope({ ...scope, audience: e.target.value === 'inside' ? 'inside' : 'outside' })} />
      <Combobox label="Product" placeholder="Any product" value={scope.product} options={(text, signal) => searchRecords('product', text, signal)} onChange={o => onScope({ ...scope, product: o && { value: o.value, label: o.label } })} />
      <Select aria-label="Channel" placeholder="Any channel" options={channels} value={scope.channel} onChange={e => onScope({ ...scope, channel: e.target.value })} />
      <Select aria-label="Language" placeholder="Language as it is" options={languages} value={scope.language} onChange={e => onScope({ ...scope, language: e.target.value })} />
      <span className="flex items-center justify-end gap-2 text-xs text-fg-2 max-lg:col-span-2 max-lg:justify-start">
        <Switch checked={byItself} onChange={onByItself} label="Check while I type" /><span aria-hidden>Check while I type</span>
      </span>
    </div>
  );
}
