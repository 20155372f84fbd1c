'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/api';
import { messageOf } from '@/lib/problem';
import { useRouteParams } from '@/lib/route';
import type { Session } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { AuthCard } from './auth-card';
import { useEnter } from './enter';

interface LinkInfo {
  kind: 'invite' | 'reset' | 'sign_in';
  email: string;
  name?: string | null;
  workspace: string;
}

const words = {
  invite: { title: 'Join', action: 'Join the workspace' },
  reset: { title: 'Choose a new password', action: 'Save and sign in' },
  sign_in: { title: 'Sign in', action: 'Sign in' },
};

/** Follows a one-time link: an invitation, a password reset or a sign-in. */
export function LinkPage() {
  const inPath = useRouteParams('/link/[token]').token;
  const token = useSearchParams().get('token') ?? inPath ?? '';
  const info = useQuery({ queryKey: ['link', token], queryFn: () => api.get<LinkInfo>(`/links/${encodeURIComponent(token)}`), retry: false });
  if (info.isPending) return <SkeletonRows rows={3} />;
  if (info.error) {
    return (
      <AuthCard title="This link does not work" lead={messageOf(info.error)}>
        <Link href="/sign-in" className="text-sm font-medium text-accent-text">Sign in</Link>
      </AuthCard>
    );
  }
  return <LinkForm token={token} info={info.data} />;
}

function LinkForm({ token, info }: { token: string; info: LinkInfo }) {
  const enter = useEnter();
  const [name, setName] = useState(info.name ?? '');
  const [password, setPassword] = useState('');
  const form = useSubmit(['name', 'password']);
  const needsPassword = info.kind !== 'sign_in';
  const text = words[info.kind];
  const submit = () =>
    void form.submit(async () => {
      const body = { ...(info.kind === 'invite' && { name }), ...(needsPassword && { password }) };
      enter(await api.post<Session>(`/links/${encodeURIComponent(token)}`, body));
    });
  return (
    <AuthCard
      title={info.kind === 'invite' ? `${text.title} ${info.workspace}` : text.title}
      lead={`${info.email}${info.kind === 'invite' ? '' : ` at ${info.workspace}`}`}
      message={form.message}
      onSubmit={submit}
    >
      <input type="email" autoComplete="username" value={info.email} readOnly hidden />
      {info.kind === 'invite' && <TextField label="Your name" autoComplete="name" required autoFocus value={name} onChange={setName} error={form.fields.name} />}
      {needsPassword && (
        <TextField label="Password" type="password" autoComplete="new-password" required minLength={10} hint="At least 10 characters" value={password} onChange={setPassword} error={form.fields.password} />
      )}
      <Button type="submit" variant="primary" size="md" busy={form.busy}>{text.action}</Button>
    </AuthCard>
  );
}
