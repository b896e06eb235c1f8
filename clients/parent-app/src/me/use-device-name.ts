import { readDevice } from "@campus-graph/ui/format/device-name";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { sessionsWords } from "../words/sessions";

/** What a browser says of itself, in words. */
export function useDeviceName(): (seen: { agent: string }) => string {
  const words = useCatalogue(sessionsWords);
  return ({ agent }) => {
    const { browser, system } = readDevice(agent);
    if (!browser && !system) return words.unknown;
    return words.device(browser ?? words.someBrowser, system ?? words.someSystem);
  };
}
