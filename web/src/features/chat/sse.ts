export interface ServerEvent {
  name: string;
  id: number | null;
  data: Record<string, unknown>;
}

/** Splits a text stream into server-sent events; a piece may end anywhere, also inside a line. */
export function makeEventParser() {
  let rest = '';
  let name = '';
  let id: number | null = null;
  let data: string[] = [];
  const finish = (): ServerEvent | null => {
    const event = data.length ? toEvent(name || 'message', id, data.join('\n')) : null;
    name = '';
    data = [];
    return event;
  };
  const line = (text: string): ServerEvent | null => {
    if (text === '') return finish();
    if (text.startsWith(':')) return null;
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = Number.isFinite(Number(value)) ? Number(value) : id;
    return null;
  };
  return (piece: string): ServerEvent[] => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    return lines.map(line).filter(e => e !== null);
  };
}

function toEvent(name: string, id: number | null, data: string): ServerEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return { name, id, data: typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value } };
  } catch {
    return null;
  }
}

export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parse = makeEventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield* parse(decoder.decode(value, { stream: true }));
    }
    yield* parse(`${decoder.decode()}\n\n`);
  } finally {
    reader.releaseLock();
  }
}
