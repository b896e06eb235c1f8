import { GraphFailure } from "../src/failure.js";
import { type City, findCity } from "./city.js";
import { Narrator } from "./narrator.js";
import { CommandRefused, refusalOf, terminalLanguage } from "./refusal.js";
import { runStory } from "./story.js";

/** `npm run demo`: the story on the city that `npm start` runs. Exits 1 at the first step that goes wrong. */
const began = performance.now();
const narrator = new Narrator((line) => process.stdout.write(`${line}\n`));
const language = terminalLanguage(process.env);
let city: City | undefined;
try {
  city = findCity(process.env);
  process.stdout.write(`The story of Campus Graph, told on ${city.url}\n`);
  await runStory(city, narrator);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`\nThe story is told: ${narrator.steps} steps, every one ✓, in ${seconds} s.\n`);
} catch (error) {
  const reason = explain(city ? refusalOf(error, city.url) : error);
  const stops = { "zh-TW": "故事到此中斷。", en: "The story stops here. " };
  process.stdout.write(`\n${stops[language]}${reason}\n`);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof CommandRefused) return error.message;
  if (error instanceof GraphFailure) {
    const { code, message, path, traceId = "?" } = error;
    const place = path.join(".");
    return language === "zh-TW"
      ? `系統在${place ? ` ${place} ` : "整個請求"}回覆 ${code}：${message}（追蹤代號 ${traceId}）`
      : `The graph answered ${code} at ${place || "the whole request"}: ${message} (trace ${traceId})`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
