'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { Session } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { AuthCard } from './auth-card';
import { useEnter } from './enter';

export function SignInPage() {
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(['email', 'password']);
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.get<{ open: boolean }>('/setup') });
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
      <p className="text-xs text-fg-3">Forgotten your password? An owner or admin of your workspace can make you a reset link.</p>
    </AuthCard>
  );
}
