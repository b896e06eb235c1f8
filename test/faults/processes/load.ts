import { Pool } from "undici";

/** How a load of requests fared. */
export interface Load extends AsyncDisposable {
  readonly answered: number;
  /** What was not answered whole: a status, errors, or a connection that broke. */
  readonly failures: readonly string[];
}

export interface RunningLoad {
  url: string;
  query: string;
  token: string;
  clients: number;
}

/** Clients that ask on and on, each over a kept connection, and ask nothing twice. */
export function startLoad({ url, query, token, clients }: RunningLoad): Load {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const failures: string[] = [];
  let answered = 0;
  let isOver = false;
  const runOn = async () => {
    while (!isOver) {
      const failure = await execute(pool, query, token).catch((error: Error) => error.message);
      if (failure === null) answered++;
      else failures.push(failure);
    }
  };
  const clientsRunning = Array.from({ length: clients }, runOn);
  return {
    get answered() {
      return answered;
    },
    failures,
    async [Symbol.asyncDispose]() {
      isOver = true;
      await Promise.all(clientsRunning);
      await pool.close();
    },
  };
}

/** What was wrong; null: nothing. */
async function execute(pool: Pool, query: string, token: string): Promise<string | null> {
  const { statusCode, body } = await pool.request({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const text = await body.text();
  return statusCode === 200 && !text.includes('"errors"') ? null : `${statusCode} ${text}`;
}
