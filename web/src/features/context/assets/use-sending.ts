'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import type { AnyRecord } from '@/lib/records-api';
import { assets } from './assets-api';

export interface Sending {
  key: number;
  file: File;
  part: number;
  error?: string;
  /** Something in the library has its name: is it the next version of that? */
  twin?: AnyRecord;
  cancel: () => void;
}

let count = 0;

/** Files on their way into the library, each by itself: what is refused says why, the others go on. */
export function useSending(onDone: (asset: AnyRecord) => void) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const change = (key: number, part: Partial<Sending>) => setSending(now => now.map(s => (s.key === key ? { ...s, ...part } : s)));
  const drop = (key: number) => setSending(now => now.filter(s => s.key !== key));
  const start = (key: number, file: File, of?: string) => {
    const tell = (part: number) => change(key, { part });
    const { done, cancel } = of ? assets.addVersion(of, file, tell) : assets.add(file, tell);
    change(key, { cancel, part: 0, error: undefined, twin: undefined });
    done.then(
      asset => {
        drop(key);
        void client.invalidateQueries({ queryKey: keys.lists('file') });
        void client.invalidateQueries({ queryKey: keys.record('file', asset.id) });
        onDone(asset);
      },
      error => change(key, { error: messageOf(error) }),
    );
  };
  const add = (files: Iterable<File>, of?: string) => {
    for (const file of files) {
      const key = ++count;
      setSending(now => [...now, { key, file, part: 0, cancel: () => undefined }]);
      if (of) start(key, file, of);
      else assets.called(file.name).then(twin => (twin ? change(key, { twin }) : start(key, file)), () => start(key, file));
    }
  };
  return { sending, add, start, drop };
}
