'use client';
import { File, FileImage, FileSpreadsheet, FileText, Film, Presentation, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import type { AnyRecord } from '@/lib/records-api';
import { kindOf } from './assets-api';

const icons: Record<string, LucideIcon> = { Pictures: FileImage, PDF: FileText, Slides: Presentation, Documents: FileText, Tables: FileSpreadsheet, 'Film and sound': Film };

/** A small picture of a file; its version makes the browser ask anew after another content came. */
export function AssetPicture({ file, className }: { file: AnyRecord; className?: string }) {
  const [broken, setBroken] = useState('');
  const source = `/api/v1/files/${file.id}/thumbnail?v=${String(file.content_hash ?? '').slice(0, 12)}`;
  const Icon = icons[kindOf(file.content_type)] ?? File;
  return (
    <span className={cn('grid shrink-0 place-items-center overflow-hidden rounded-md border border-line bg-subtle text-fg-3', className)}>
      {/* eslint-disable-next-line @next/next/no-img-element */}
      {file.thumbnail === true && broken !== source ? <img src={source} alt="" className="size-full object-cover" onError={() => setBroken(source)} /> : <Icon aria-hidden className="size-5 stroke-[1.5]" />}
    </span>
  );
}
