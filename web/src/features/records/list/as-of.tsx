'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const day = 86_400_000;
const quick: [string, number][] = [['An hour ago', day / 24], ['Yesterday', day], ['A week ago', 7 * day], ['A month ago', 30 * day], ['A quarter ago', 91 * day]];

export function AsOfDialog({ now, onPick, onClose }: { now: string | null; onPick: (iso: string) => void; onClose: () => void }) {
  const [text, setText] = useState(() => local(now ? new Date(now) : new Date(Date.now() - day)));
  const at = new Date(text);
  const bad = Number.isNaN(at.getTime()) || at.getTime() > Date.now();
  return (
    <Dialog open onClose={onClose} title="Show a past moment" description="Every change since then is left out. Nothing is changed by looking." className="w-[min(440px,calc(100vw-24px))]">
      <form
        onSubmit={e => {
          e.preventDefault();
          if (!bad) onPick(at.toISOString());
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          <Field label="Moment" error={bad ? 'Choose a moment in the past.' : undefined}>
            {control => <Input {...control} type="datetime-local" max={local(new Date())} value={text} onChange={e => setText(e.target.value)} />}
          </Field>
          <div className="flex flex-wrap gap-1.5">
            {quick.map(([label, ms]) => <Button key={label} size="xs" onClick={() => setText(local(new Date(Date.now() - ms)))}>{label}</Button>)}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button size="md" variant="primary" type="submit" disabled={bad}>Show</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
