import { useId, type ReactNode } from 'react';
import { cn } from '@/lib/cn';

interface ControlProps {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and error tied together for screen readers. */
export function Field({ label, hint, error, required, className, children }: FieldProps) {
  const id = useId();
  const note = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-xs font-medium text-fg-2">
        {label}
        {required && <span aria-hidden className="ml-0.5 text-red-text">*</span>}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': note })}
      {error ? (
        <p id={`${id}-error`} className="text-xs text-red-text">{error}</p>
      ) : (
        hint && <p id={`${id}-hint`} className="text-xs text-fg-3">{hint}</p>
      )}
    </div>
  );
}
