'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useSession } from '@/lib/session';
import { endViewAs } from '@/lib/view-as';
import { toast } from '../ui/toast';

/** Stands above every page until it is left, so that nobody mistakes what they see for their own view. */
export function ViewAsBanner() {
  const session = useSession().data;
  const client = useQueryClient();
  if (!session?.viewing_as) return null;
  return (
    <div role="status" className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b bg-amber-soft px-5 py-1 text-sm text-amber-text max-md:pl-12">
      <Eye aria-hidden className="size-4 max-md:hidden" />
      <span>You see the workspace as <b className="font-semibold">{session.viewing_as.name ?? session.person.name}</b>. Nothing can be changed.</span>
      <button type="button" onClick={() => void endViewAs(client).catch(toast.error)} className="ml-auto rounded-md px-2 py-0.5 text-xs font-semibold underline hover:bg-amber-soft">Leave this view</button>
    </div>
  );
}
