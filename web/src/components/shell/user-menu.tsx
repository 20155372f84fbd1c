'use client';
import { LogOut, Settings, SunMoon, UserRound } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api } from '@/lib/api';
import { forgetPerson } from '@/lib/browser-store';
import { useSession } from '@/lib/session';
import { Avatar } from '../ui/avatar';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu';
import { Skeleton } from '../ui/skeleton';
import { toast } from '../ui/toast';
import { flipTheme } from './theme-toggle';

export function UserMenu() {
  const person = useSession().data?.person;
  const router = useRouter();
  const client = useQueryClient();
  const signOut = async () => {
    try {
      await api.post('/sign-out');
      client.clear();
      forgetPerson();
      router.replace('/sign-in');
    } catch (error) {
      toast.error(error);
    }
  };
  if (!person) return <span className="flex h-8 flex-1 items-center px-2"><Skeleton className="w-24" /></span>;
  return (
    <Menu
      label="You"
      side="top"
      trigger={
        <button type="button" className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-sm font-medium text-fg-2 hover:bg-hover">
          <Avatar name={person.name} decorative />
          <span className="truncate">{person.name}</span>
        </button>
      }
    >
      <MenuItem onSelect={() => router.push('/settings/profile')}><UserRound />Profile</MenuItem>
      <MenuItem onSelect={() => router.push('/settings')}><Settings />Settings</MenuItem>
      <MenuItem onSelect={flipTheme}><SunMoon />Switch theme</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={signOut}><LogOut />Sign out</MenuItem>
    </Menu>
  );
}
