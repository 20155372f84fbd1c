'use client';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, buttonStyle } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { Session } from '@/lib/session';
import { useSubmit, type Submission } from '@/lib/use-submit';
import { AuthCard } from './auth-card';
import { useEnter } from './enter';

/** The issuer leads back to this page, which then goes on where the person wanted to be. */
function outAndBack(address: string): string {
  const url = new URL(address);
  if (typeof location !== 'undefined') url.searchParams.set('redirect_to', location.origin + location.pathname + location.search);
  return url.toString();
}

/** The token stands behind the #, which no server sees; it is taken out of the address at once. */
export function takeToken(hash: string): { token?: string; problem?: string } {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return { token: parts.get('access_token') ?? undefined, problem: parts.get('error_description') ?? undefined };
}

function useReturn(form: Submission, enter: (session: Session) => void): boolean {
  const [returned, setReturned] = useState(false);
  const done = useRef(false);
  useEffect(() => {
    const { token, problem } = takeToken(location.hash);
    if (done.current || (!token && !problem)) return;
    done.current = true;
    window.history.replaceState(null, '', location.pathname + location.search);
    setReturned(true);
    void form.submit(async () => {
      if (!token) throw new Error(problem);
      enter(await api.post<Session>('/sign-in/token', { access_token: token }));
    }).finally(() => setReturned(false));
  }, [form, enter]);
  return returned;
}

export function SignInPage() {
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(['email', 'password']);
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.get<{ open: boolean; sign_in?: string | null }>('/setup') });
  const returned = useReturn(form, enter);
  if (setup.data?.open) {
    return (
      <AuthCard title="Not set up yet" lead="This workspace waits for its owner. Open the set-up link that the start command printed." />
    );
  }
  return (
    <AuthCard
      title="Sign in"
      message={form.message}
      onSubmit={() => void form.submit(async () => enter(await api.post<Session>('/sign-in', { email, password })))}
    >
      <TextField label="E-mail" type="email" autoComplete="username" required autoFocus value={email} onChange={setEmail} error={form.fields.email} />
      <TextField label="Password" type="password" autoComplete="current-password" required value={password} onChange={setPassword} error={form.fields.password} />
      <Button type="submit" variant="primary" size="md" busy={form.busy} className="mt-1">Sign in</Button>
      {setup.data?.sign_in && <a href={outAndBack(setup.data.sign_in)} aria-disabled={returned || undefined} className={buttonStyle({ size: 'md' })}><KeyRound className="size-4" />{returned ? 'Signing in…' : 'Sign in with your organisation'}</a>}
      <p className="text-xs text-fg-3">Forgotten your password? An owner or admin of your workspace can make you a reset link.</p>
    </AuthCard>
  );
}
