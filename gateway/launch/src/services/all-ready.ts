import type { Progress } from "../progress.js";
import { type Language, translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { type UserError, userErrorsOf } from "../user-error.js";
import type { RunningService } from "./service.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** Longer than the slowest first seeding seen, many times over. */
const readyWithinMs = 180_000;

/** Waits until every service answers and shows what each still waits for; an aborted `stop` ends the waiting. */
export async function allReady(
  services: readonly RunningService[],
  progress: Progress,
  stop: AbortSignal,
): Promise<void> {
  const names = services.map(({ name }) => name).join(", ");
  await progress.step(
    `Starting ${names}`,
    `${names} are ready`,
    () => wait(services, stop),
    () => waitingLine(services, "en"),
  );
}

async function wait(services: readonly RunningService[], stop: AbortSignal): Promise<void> {
  stop.throwIfAborted();
  const waiting = new Set(services.map(({ name }) => name));
  const aborted = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => reject(stop.reason), { once: true });
  });
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(notReady([...waiting].join(", "), services)), readyWithinMs).unref();
  });
  const ready = services.map(async (service) => {
    await service.ready();
    waiting.delete(service.name);
  });
  await Promise.race([Promise.all(ready), aborted, tooLate]);
}

/** "; binding waits for 陳小花's enrolment": the services that answer, but not yet for others. */
function waitingLine(services: readonly RunningService[], language: Language): string {
  const translate = translatorOf(words, language);
  return services
    .filter((service) => service.waitingFor().length > 0)
    .map((service) => translate("waitsFor", { name: service.name, reasons: service.waitingFor().join(", ") }))
    .join("");
}

function notReady(names: string, services: readonly RunningService[]): UserError {
  const seconds = readyWithinMs / 1000;
  const reasons = waitingLine(services, terminalLanguage(process.env));
  return userError("notReady", { names, seconds, reasons });
}
