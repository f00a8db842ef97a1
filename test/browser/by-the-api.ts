/** What another program does to a process while somebody looks at the page. */
export interface Client {
  get<T>(path: string): Promise<T>;
  text(path: string): Promise<string>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<void>;
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
  return {
    get,
    text: async (path) => (await send(path)).text(),
    put: async (path, body, headers) => {
      const isText = typeof body === 'string';
      await send(path, {
        method: 'PUT',
        body: isText ? body : JSON.stringify(body),
        headers: {
          'Content-Type': isText ? 'application/xml' : 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
          ...headers,
        },
      });
    },
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
