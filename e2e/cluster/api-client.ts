import type { IncomingMessage } from 'http';
import { Agent, request, type RequestOptions } from 'https';

/** The way to an API server. */
export interface Connection {
  readonly url: string;
  /** The certificates of the authority that signed the server's. */
  readonly ca?: string;
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
}

export interface Answer {
  readonly status: number;
  /** What the server said: an object, a Status, or plain text. */
  readonly body: any;
  /** What `kubectl` prints as "Warning: ...". */
  readonly warnings: string[];
}

/** Speaks to an API server over a few connections that are kept. */
export class ApiClient {
  private readonly agent: Agent;

  constructor(private readonly connection: Connection) {
    const { ca, certificate, key } = connection;
    this.agent = new Agent({ keepAlive: true, maxSockets: 8, ca, cert: certificate, key });
  }

  async request(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const options = { method, agent: this.agent, headers: this.headers(text, type) };
    const response = await this.send(path, options, text);
    return { status: response.statusCode!, body: parsed(await textOf(response)), warnings: warningsOf(response) };
  }

  close(): void {
    this.agent.destroy();
  }

  private headers(text: string | undefined, type: string): Record<string, string | number> {
    const { token } = this.connection;
    return {
      Accept: 'application/json',
      ...token ? { Authorization: `Bearer ${token}` } : {},
      ...text === undefined ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) },
    };
  }

  private send(path: string, options: RequestOptions, text?: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request(`${this.connection.url}${path}`, options, resolve).on('error', reject).end(text);
    });
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** @see https://kubernetes.io/blog/2020/09/03/warnings/ */
function warningsOf({ headersDistinct }: IncomingMessage): string[] {
  const texts = (headersDistinct.warning ?? []).flatMap((header) => [...header.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)]);
  return [...new Set(texts.map(([, quoted]) => quoted.replace(/\\(.)/g, '$1')))];
}
