import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import stream from '@/testing/note-stream.txt?raw';
import { renderPage } from '@/testing/render-page';
import { ChatView } from './chat-panel';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn(), replace: vi.fn() }) }));

const note = 'Spoke with Mira Solberg, new VP Operations.';
const answers: (() => Response | Promise<Response>)[] = [];
const posted: { url: string; body: unknown }[] = [];

function install() {
  const api = new FakeApi().answer(({ path }) => {
    if (path === '/threads/t1') return { body: { id: 't1', messages: [] } };
    if (path === '/change-sets/cs-1' || path === '/change-sets/cs-2') return { status: 503, body: {} };
    return undefined;
  }).install();
  const rest = fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (!/\/messages$|\/events/.test(url)) return rest(url, init);
    posted.push({ url, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    return (answers.shift() ?? (() => new Response(stream)))();
  });
  return api;
}

const show = () => renderPage(<ChatView place="p" thread="t1" onThread={vi.fn()} record={{ type: 'company', id: 'c1' }} />);

async function write(text: string) {
  const box = screen.getByRole('textbox', { name: 'Message' });
  await userEvent.type(box, text);
  return box;
}

beforeEach(() => {
  answers.length = 0;
  posted.length = 0;
  install();
});

describe('a message', () => {
  it('goes out on Enter with the record in view, and not on Shift and Enter', async () => {
    show();
    await write('One{Shift>}{Enter}{/Shift}two');
    expect(posted).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(posted[0]?.body).toMatchObject({ text: 'One\ntwo', ui: { record: { type: 'company', id: 'c1' } } }));
  });

  it('shows what was understood, written and asked while it arrives', async () => {
    answers.push(() => new Response(stream.slice(0, stream.indexOf('event: done'))), () => new Promise(() => undefined));
    show();
    await write(`${note}{Enter}`);
    expect(await screen.findByText(/Understood/)).toBeInTheDocument();
    expect(screen.getByText('VP Operations', { selector: 'mark' })).toBeInTheDocument();
    expect(screen.getByText('Which deal do you mean?')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Mira Solberg' })).toHaveAttribute('href', '/contacts/c-1');
  });

  it('stays in the composer over a reload', async () => {
    const first = show();
    await write('half a thou');
    first.unmount();
    show();
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('half a thou');
  });

  it('can be tried again or taken back when the server gives up', async () => {
    answers.push(() => new Response('event: failed\ndata: {"detail":"The reader stopped."}\n\n'));
    show();
    await write('Hello there{Enter}');
    expect(await screen.findByText('The reader stopped.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('Hello there');
  });

  it('asks for the missing events after the connection broke', async () => {
    answers.push(() => new Response(stream.slice(0, stream.indexOf('id: 3'))), () => new Response(stream.slice(stream.indexOf('id: 3'))));
    show();
    await write('Hello there{Enter}');
    await waitFor(() => expect(posted[1]?.url).toBe('/api/v1/threads/t1/runs/run-1/events?after=2'), { timeout: 3_000 });
  });

  it('is picked up after a reload', async () => {
    localStorage.setItem('chat-run:t1', JSON.stringify({
      thread: 't1', text: 'Before the reload', key: 'k', at: '2026-03-04T10:00:00Z', run: { id: 'run-1', last: 4, state: 'running', parts: [], failure: null, ended: false },
    }));
    answers.push(() => new Promise(() => undefined));
    show();
    expect(await screen.findByText('Before the reload')).toBeInTheDocument();
    expect(posted[0]?.url).toBe('/api/v1/threads/t1/runs/run-1/events?after=4');
  });
});

it('answers a question with one key', async () => {
  const api = install();
  api.answer(({ path }) => (path === '/threads/t1' ? {
    body: { id: 't1', messages: [
      { id: 'm1', role: 'user', text: 'Heron is signed', created_at: '2026-03-04T10:00:00Z', parts: [] },
      { id: 'm2', role: 'assistant', text: '', created_at: '2026-03-04T10:00:01Z', parts: [{ type: 'question', question: { id: 'q', text: 'Which one?', options: [{ label: 'Heron 2025', value: 'a' }, { label: 'Heron 2026', value: 'b' }] } }] },
    ] },
  } : undefined));
  show();
  await screen.findByText('Which one?');
  await userEvent.keyboard('2');
  await waitFor(() => expect(posted[0]?.body).toMatchObject({ text: 'Heron 2026' }));
});

it('says why the language model had no part in it', async () => {
  const api = install();
  const decision = { intents: ['none'], operations: [], notes: ['An automatic message.'], engine_note: 'The language model did not answer in time. This was read without it.' };
  api.answer(({ path }) => (path === '/threads/t1' ? {
    body: { id: 't1', messages: [
      { id: 'm1', role: 'user', text: 'Heron is signed', created_at: '2026-03-04T10:00:00Z', parts: [] },
      { id: 'm2', role: 'assistant', text: '', created_at: '2026-03-04T10:00:01Z', parts: [{ type: 'understood', data: { decision } }] },
    ] },
  } : undefined));
  show();
  expect(await screen.findByText(/did not answer in time/)).toBeInTheDocument();
  expect(screen.getByText('An automatic message.')).toBeInTheDocument();
});

it('keeps a long text whole, and says what does not fit', async () => {
  show();
  const box = screen.getByRole('textbox', { name: 'Message' });
  fireEvent.change(box, { target: { value: 'x'.repeat(100_000) } });
  expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
  fireEvent.change(box, { target: { value: 'x'.repeat(100_250) } });
  expect(screen.getByRole('alert')).toHaveTextContent('the last 250 do not fit');
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  await userEvent.type(box, '{Enter}');
  expect(posted).toHaveLength(0);
  expect(box).toHaveValue('x'.repeat(100_250));
});
