import { createServer, type Server } from 'node:http';
import { expect, test } from './app';

const page404 = '<!doctype html><title>Site</title>';

/** A site of somebody else on this machine, with the script on its pages. */
async function site(html: () => string): Promise<{ server: Server; origin: string }> {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(html() || page404));
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

test('the script sends nothing and keeps no cookie before consent, then hands in views, clicks and who it is', async ({ page, browser, baseURL }) => {
  let html = '';
  const { server, origin } = await site(() => html);
  try {
    await page.goto('/');
    const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
    const made = await page.request.post('/api/v1/tracking/sources', { data: { name: 'Site', origins: [origin] }, headers: { 'X-XSRF-TOKEN': csrf } });
    expect(made.status()).toBe(201);
    const source = await made.json();
    html = `<!doctype html><title>Cranes</title><script defer src="${baseURL}/w.js" data-key="${source.key}"></script>
      <h1>Cranes</h1><button data-windrose="demo_asked" data-windrose-plan="team">Ask</button>`;

    const kinds = async () => {
      const answer = await page.request.get(`/api/v1/tracking/debugger?source=${source.id}`);
      const { data } = await answer.json();
      return data.flatMap((request: { events: { type: string }[] }) => request.events.map(event => event.type)).sort();
    };

    // A browser of somebody else: signed in nowhere.
    const nobody = { storageState: { cookies: [], origins: [] } };
    const context = await browser.newContext(nobody);
    const visitor = await context.newPage();
    await visitor.goto(`${origin}/pricing?utm_medium=cpc&utm_campaign=spring`);
    await visitor.getByRole('button').click();
    await visitor.waitForTimeout(2500);
    expect(await context.cookies()).toEqual([]);
    expect(await kinds()).toEqual([]);

    const sent = visitor.waitForResponse('**/api/v1/events');
    await visitor.evaluate('windrose.consent(true)');
    expect((await sent).status()).toBe(200);
    expect((await context.cookies()).map(c => c.name)).toEqual(['windrose_id']);
    await expect.poll(kinds).toEqual(['demo_asked', 'page_viewed']);

    await visitor.evaluate("windrose.identify({ email: 'lena@harbour.example' })");
    await visitor.goto('about:blank');
    await expect.poll(kinds).toEqual(['demo_asked', 'identified', 'page_viewed']);
    const { data } = await (await page.request.get(`/api/v1/tracking/debugger?source=${source.id}`)).json();
    const asked = data.flatMap((request: { events: unknown[] }) => request.events).find((event: { type: string }) => event.type === 'demo_asked');
    expect(asked).toMatchObject({ channel: 'paid_media', campaign: 'spring', properties: { plan: 'team', path: '/pricing' } });
    await context.close();

    const quiet = await browser.newContext(nobody);
    await quiet.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    const refusing = await quiet.newPage();
    await refusing.goto(`${origin}/pricing`);
    await refusing.evaluate('windrose.consent(true); windrose.track("demo_asked")');
    await refusing.waitForTimeout(2500);
    expect(await quiet.cookies()).toEqual([]);
    expect(await kinds()).toEqual(['demo_asked', 'identified', 'page_viewed']);
    await quiet.close();
  } finally {
    server.close();
  }
});
