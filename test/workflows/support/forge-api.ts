import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A comment as a forge keeps it. */
export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly id: number; readonly login: string };
}

/** A forge's interface for proposals and their comments, on this machine. */
export interface ForgeApi {
  readonly url: string;
  readonly comments: Comment[];
  /** What was written, as `POST path`. */
  readonly written: string[];
  /** The answers to questions, by path with its query, decoded, up to the page. */
  readonly answers: Record<string, unknown>;
  close(): Promise<void>;
}

/** Which of a forge's paths lead to comments. */
export interface CommentPaths {
  /** The list of the comments on proposal 7, where new ones are posted too. */
  readonly list: string;
  /** One comment, without its number at the end. */
  readonly one: string;
  readonly authorization: string;
  readonly bot: Comment['user'];
}

/** Opens a forge's interface. Requests without the token, and paths that it does not know, are refused. */
export async function openForgeApi({ list, one, authorization, bot }: CommentPaths): Promise<ForgeApi> {
  const comments: Comment[] = [];
  const written: string[] = [];
  const answers: Record<string, unknown> = {};
  const write = (method: string, path: string, body: string): unknown => {
    written.push(`${method} ${path}`);
    if (method === 'POST' && path === list) {
      comments.push({ id: 100 + comments.length, body, user: bot });
      return comments.at(-1);
    }
    const found = comments.find(({ id }) => path === `${one}${id}`);
    if (found !== undefined && /^(?:PATCH|PUT)$/.test(method)) found.body = body;
    return found;
  };
  const read = (path: string): unknown => {
    const [known = '', page = '1'] = path.split(/[?&]per_page=100&page=/);
    // The author stands under another name on GitLab.
    const whole =
      known === list
        ? comments.map((comment) => ({ ...comment, author: comment.user }))
        : answers[decodeURIComponent(known)];
    return Array.isArray(whole) ? whole.slice((Number(page) - 1) * 100, Number(page) * 100) : whole;
  };
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    void text(request).then((sent) => {
      const allowed = [headers.authorization, headers['private-token']].includes(authorization);
      const body = sent === '' ? '' : (JSON.parse(sent) as { body: string }).body;
      const answer = !allowed ? undefined : method === 'GET' ? read(url) : write(method, url, body);
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    written,
    answers,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
