import { cn } from '@/lib/cn';

interface SwitchProps {
  id?: string;
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (next: boolean) => void;
}

export function Switch({ id, label, checked, disabled, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      id={id}
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className={cn('relative h-5 w-8 shrink-0 rounded-full transition-colors disabled:opacity-45', checked ? 'bg-accent' : 'bg-line-strong')}
    >
      <span aria-hidden className={cn('absolute left-0.5 top-0.5 size-4 rounded-full bg-white shadow-e1 transition-transform', checked && 'translate-x-3')} />
    </button>
  );
}
