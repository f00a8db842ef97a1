/** What another program does to a process while somebody looks at the page. */
export interface Client {
  get<T>(path: string): Promise<T>;
  text(path: string): Promise<string>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<void>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** The newest version of a process. */
  latest(process: string): Promise<number>;
}

/** Speaks to the service as one of the demo people, beside the page. */
export function asPerson(url: string, person: string): Client {
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { Authorization: `Bearer demo:${person}`, ...(init.headers as Record<string, string>) },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const get = async <T>(path: string) => (await (await send(path)).json()) as T;
  const write = (method: string, path: string, body: unknown, headers?: Record<string, string>) => {
    const isText = typeof body === 'string';
    return send(path, {
      method,
      body: isText ? body : JSON.stringify(body),
      headers: {
        'Content-Type': isText ? 'application/xml' : 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        ...headers,
      },
    });
  };
  return {
    get,
    text: async (path) => (await send(path)).text(),
    put: async (path, body, headers) => void (await write('PUT', path, body, headers)),
    post: async (path, body) => (await (await write('POST', path, body)).json()) as never,
    latest: async (process) => (await get<{ latest: number }>(`/processes/${process}`)).latest,
  };
}

/** Saves the diagram of a process as `edit` leaves it. */
export async function saveDiagram(
  client: Client,
  process: string,
  edit: (xml: string) => string,
): Promise<void> {
  const path = `/processes/${process}/diagram`;
  const [version, xml] = [await client.latest(process), await client.text(path)];
  await client.put(path, edit(xml), { 'If-Match': `"${version}"` });
}
