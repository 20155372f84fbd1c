import { beforeEach, expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { renderPage } from '@/testing/render-page';
import type { Goal } from '@/features/agents/run-api';
import { PlanCard } from './plan-card';

const goal: Goal = {
  id: 'g', said: 'Water and feed', status: 'shown', run_id: null,
  plan: { goal: 'Water and feed', shape: 'plan', steps: [
    { id: 'water', tool: 'create_task', arguments: { title: 'Water the plants' }, needs: [] },
    { id: 'feed', tool: 'create_task', arguments: { title: 'Feed the cat' }, needs: [] },
  ] },
  steps: ['water', 'feed'].map(id => ({ id, does: `Make a task: ${id}`, agent: null, tool: 'create_task', effect: 'write' as const, reversible: true, clause: null, needs: [] })),
};

let api: FakeApi;

beforeEach(() => {
  api = new FakeApi().answer(({ path }) => (path === '/goals/g' ? { body: goal } : undefined)).install();
});

const sent = (what: string) => api.calls.find(c => c.path === `/goals/g/${what}`);

it('shows each step with its effect', async () => {
  renderPage(<PlanCard goalId="g" goal="Water and feed" keyboard={false} />);
  expect(await screen.findByRole('checkbox', { name: 'Make a task: water' })).toBeChecked();
  expect(screen.getAllByText('Writes, with undo').length).toBe(2);
});

it('runs by the key R, and cancels by the key C', async () => {
  renderPage(<PlanCard goalId="g" goal="Water and feed" keyboard />);
  await screen.findByRole('button', { name: 'Run' });
  await userEvent.keyboard('r');
  await waitFor(() => expect(sent('run')?.body).toEqual(goal.plan));
});

it('sends the plan as it was edited', async () => {
  renderPage(<PlanCard goalId="g" goal="Water and feed" keyboard={false} />);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Make a task: water' }));
  const title = screen.getByRole('textbox', { name: 'title' });
  await userEvent.clear(title);
  await userEvent.type(title, 'Feed both');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(sent('run')).toBeDefined());
  expect(sent('run')?.body).toMatchObject({ steps: [{ id: 'feed', arguments: { title: 'Feed both' } }] });
});

it('says why an edited plan cannot run, and keeps it', async () => {
  api.answer(({ path }) => (path === '/goals/g/run' ? { status: 400, body: { status: 400, code: 'not_found', title: 'Not possible', detail: 'The step feed needs "water", which is no other step.' } } : undefined));
  renderPage(<PlanCard goalId="g" goal="Water and feed" keyboard={false} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Run' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The step feed needs "water"');
  expect(screen.getByRole('button', { name: 'Run' })).toBeEnabled();
});

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }));
