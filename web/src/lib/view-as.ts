import type { QueryClient } from '@tanstack/react-query';
import { api } from './api';

/** Everything that was read belongs to the other pair of eyes: the cache begins anew. */
export async function viewAs(client: QueryClient, person: string) {
  await api.post('/session/view-as', { person_id: person });
  client.clear();
  location.assign('/');
}

export async function endViewAs(client: QueryClient) {
  await api.delete('/session/view-as');
  client.clear();
  location.assign('/settings/people');
}
