import { staticAnswer } from '../../web/index.ts';
import { isOurs } from '../address.ts';

/** The page speaks to nobody: what it asks goes through its port. */
const NO_CONNECTIONS = "'none'";

/** Answers what the window loads: files of the built page, with their policy; nothing else there is. */
export async function answerRequest({ url, method }: { url: string; method: string }, folder: string): Promise<Response> {
  if (!isOurs(url) || method !== 'GET') return new Response('Not found', { status: 404 });
  const { status, headers, body } = await staticAnswer(folder, new URL(url).pathname, NO_CONNECTIONS);
  return new Response(new Uint8Array(body), { status, headers });
}
