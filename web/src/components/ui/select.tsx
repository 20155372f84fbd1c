import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { inputStyle } from './input';

export interface Option {
  value: string;
  label: string;
}

/** The browser's own select: best on phones and for keyboards. */
export function Select({ options, placeholder, className, ...rest }: ComponentProps<'select'> & { options: Option[]; placeholder?: string }) {
  return (
    <span className={cn('relative inline-flex w-full', className)}>
      <select className={cn(inputStyle, 'h-8 appearance-none pr-7 max-md:h-10')} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(o => (
          <option key={o.value} value={o.value}>{o.label}</option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 top-1/2 size-3.5 -translate-y-1/2 text-fg-3" />
    </span>
  );
}
