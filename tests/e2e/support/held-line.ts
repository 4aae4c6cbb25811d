import type { WebSocketRoute } from 'playwright-core';
import type { PageOnTest } from './browser.ts';

/** Where a request of oRPC says what it asks: `/status/get`. */
const ASKED = /"u":"(\/[^"?]+)/;
const ID = /"i":"([^"]+)"/;

/** The line between a page and its owner process, in a test's hands: answers are held back, as by a machine that is busy, or changed. */
export class HeldLine {
  private holds: (path: string) => boolean = () => false;
  private fails: (path: string) => boolean = () => false;
  private change: (answer: string) => string = (answer) => answer;
  private readonly questions: string[] = [];
  private readonly held: { path: string; pass: () => void }[] = [];

  private constructor() {}

  /** Puts itself in between; the page is loaded anew. */
  static async between(on: PageOnTest): Promise<HeldLine> {
    const line = new HeldLine();
    await on.page.routeWebSocket(/\/rpc(\?|$)/, (route) => line.join(route));
    await on.page.reload();
    return line;
  }

  /** From now on answers to these questions stay away, such as `/status/get`. */
  hold(isMeant: (path: string) => boolean): void {
    this.holds = isMeant;
  }

  /** From now on these questions are answered with a failure that nobody foresaw, as the owner process words it. */
  fail(isMeant: (path: string) => boolean): void {
    this.fails = isMeant;
  }

  /** How often this was asked so far. */
  asked(path: string): number {
    return this.questions.filter((one) => one === path).length;
  }

  /** Lets everything through that was held, and holds nothing and lets nothing fail any more. */
  release(): void {
    this.holds = () => false;
    this.fails = () => false;
    for (const { pass } of this.held.splice(0)) pass();
  }

  /** From now on every answer comes as it is changed. */
  alter(change: (answer: string) => string): void {
    this.change = change;
  }

  private join(page: WebSocketRoute): void {
    // Whoever asked over the line before is gone.
    this.held.length = 0;
    const owner = page.connectToServer();
    const asked = new Map<string, string>();
    page.onMessage((message) => {
      const text = String(message);
      const [, id = ''] = ID.exec(text) ?? [];
      const [, path] = ASKED.exec(text) ?? [];
      if (path !== undefined) {
        asked.set(id, path);
        this.questions.push(path);
      }
      owner.send(message);
    });
    owner.onMessage((message) => {
      const text = String(message);
      const [, id = ''] = ID.exec(text) ?? [];
      const path = asked.get(id) ?? '';
      const answer = this.fails(path) ? failureOf(id) : text;
      const pass = (): void => page.send(typeof message === 'string' ? this.change(answer) : message);
      if (this.holds(path)) this.held.push({ path, pass });
      else pass();
    });
  }
}

function failureOf(id: string): string {
  const body = { defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: 'Internal server error' };
  return JSON.stringify({ i: id, p: { s: 500, b: { json: body } } });
}
