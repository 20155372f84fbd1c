'use client';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';
import { Input } from './input';

/** A secret or link that is shown once, ready to copy. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(value);
    setDone(true);
    setTimeout(() => setDone(false), 2_000);
  };
  return (
    <div className="flex gap-1.5">
      <Input readOnly aria-label={label} value={value} onFocus={e => e.currentTarget.select()} className="font-mono text-xs" />
      <Button size="md" onClick={copy}>{done ? <Check /> : <Copy />}{done ? 'Copied' : 'Copy'}</Button>
    </div>
  );
}
