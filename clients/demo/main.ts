import { GraphFailure } from "../src/failure.js";
import { type City, findCity } from "./city.js";
import { Narrator } from "./narrator.js";
import { CommandRefused, refusalOf } from "./refusal.js";
import { runStory } from "./story.js";

/** `npm run demo`: the story on the city that `npm start` runs. Exits 1 at the first step that goes wrong. */
const began = performance.now();
const narrator = new Narrator((line) => process.stdout.write(`${line}\n`));
let city: City | undefined;
try {
  city = findCity(process.env);
  process.stdout.write(`The story of Campus Graph, told on ${city.url}\n`);
  await runStory(city, narrator);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`\nThe story is told: ${narrator.steps} steps, every one ✓, in ${seconds} s.\n`);
} catch (error) {
  process.stdout.write(`\nThe story stops here. ${explain(city ? refusalOf(error, city.url) : error)}\n`);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof CommandRefused) return error.message;
  if (error instanceof GraphFailure) {
    const { code, message, path, traceId } = error;
    return `The graph answered ${code} at ${path.join(".") || "the whole request"}: ${message} (trace ${traceId ?? "unknown"})`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
