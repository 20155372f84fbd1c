import type { SentFile } from './part';

/** What the server takes apart into messages. */
export const readable = '.eml,.mbox,.txt,.md,.vtt,.srt,.csv,.tsv,.pdf,.docx,.html';

/** A file that was dropped on the composer; sent once the server keeps it. */
export interface ChosenFile {
  key: number;
  file: File;
  sent: SentFile | null;
}

/** Said before it is sent; the server says the rest. */
export function refusal(file: { name: string; size: number }): string | null {
  const end = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0];
  if (!end || !readable.split(',').includes(end)) return 'Files of this kind are not read. Mail, transcripts, text, tables, PDF and Word documents are.';
  if (file.size === 0) return 'This file is empty.';
  return file.size > 25 * 1024 * 1024 ? 'A file to be read has at most 25 MB.' : null;
}
