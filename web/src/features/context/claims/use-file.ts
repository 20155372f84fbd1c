'use client';
import { useRef, useState } from 'react';
import { messageOf } from '@/lib/problem';
import { longest, readFile } from './claims-api';

export interface Reading {
  name: string;
  part: number;
  error?: string;
}

/** One file at a time is read into the text. */
export function useFile(onText: (text: string, name: string) => void) {
  const [reading, setReading] = useState<Reading | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const read = (file: File) => {
    stop.current?.();
    setReading({ name: file.name, part: 0 });
    const sent = readFile(file, part => setReading({ name: file.name, part }));
    stop.current = sent.cancel;
    sent.done.then(
      answer => {
        setReading(answer.text.length > longest ? { name: file.name, part: 1, error: 'The text is too long to check at once.' } : null);
        if (answer.text.length <= longest) onText(answer.text, answer.name);
      },
      error => setReading({ name: file.name, part: 1, error: messageOf(error) }),
    );
  };
  const close = () => {
    stop.current?.();
    setReading(null);
  };
  return { reading, read, close };
}
