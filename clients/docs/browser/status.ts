declare const statusOperations: Readonly<Record<"roster" | "binding" | "payments", string>>;

const text =
  document.documentElement.lang === "en"
    ? {
        ok: (tookMs: number) => `answers (${tookMs} ms)`,
        waiting: (what: string) => `does not serve: waits for ${what}`,
        no: (why: string) => `does not answer (${why})`,
        at: (time: string) => `Asked at ${time}`,
      }
    : {
        ok: (tookMs: number) => `正常（${tookMs} 毫秒）`,
        waiting: (what: string) => `尚未提供服務：等候 ${what}`,
        no: (why: string) => `無回應（${why}）`,
        at: (time: string) => `查詢時間 ${time}`,
      };

/** Asks each part of the graph something that anybody may ask, and shows what came of it. */
export function startStatus(table: HTMLElement, button: HTMLElement, checkedAt: HTMLElement): void {
  const checkAll = () => {
    checkedAt.textContent = text.at(new Date().toLocaleTimeString(document.documentElement.lang));
    for (const cell of table.querySelectorAll<HTMLElement>("[data-part]")) void showPart(cell);
  };
  button.addEventListener("click", checkAll);
  checkAll();
}

async function showPart(cell: HTMLElement): Promise<void> {
  const startedAt = performance.now();
  const fault = await faultOf(cell.dataset.part ?? "").catch((error: Error) => text.no(error.message));
  cell.textContent = fault ?? text.ok(Math.round(performance.now() - startedAt));
  cell.className = fault === undefined ? "ok" : "down";
}

/** What is wrong with a part; undefined: it answers. */
async function faultOf(part: string): Promise<string | undefined> {
  if (part === "gateway") {
    const response = await fetch("/readyz", { cache: "no-store" });
    const { ready, waitingFor } = (await response.json()) as { ready: boolean; waitingFor: string[] };
    return ready ? undefined : text.waiting(waitingFor.join(", "));
  }
  if (part === "identity") {
    const response = await fetch("/sso/.well-known/openid-configuration", { cache: "no-store" });
    return response.ok ? undefined : text.no(`HTTP ${response.status}`);
  }
  if (part === "roster" || part === "binding" || part === "payments")
    return faultOfSubgraph(statusOperations[part]);
  return text.no(part);
}

/** That somebody has to sign in first is an answer of the part itself. */
async function faultOfSubgraph(query: string): Promise<string | undefined> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    credentials: "omit",
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  const code = errors[0]?.extensions?.code;
  return code === undefined || code === "UNAUTHENTICATED" ? undefined : text.no(code);
}
