import { useCatalogue } from "@campus-graph/ui/words/language";
import type { ChangeEvent } from "react";
import { partnersWords } from "../words/partners";
import { LongText } from "./long-text";

/** A public key as its partner hands it over: pasted, or read from a file. What it holds is understood by the graph. */
export function PublicKeyField({
  value,
  problem,
  onChange,
}: {
  value: string;
  problem: string | undefined;
  onChange(text: string): void;
}) {
  const words = useCatalogue(partnersWords);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const text = await target.files?.[0]?.text();
    if (text !== undefined) onChange(text);
    // The same file can be chosen again once it was mended.
    target.value = "";
  };
  return (
    <div className="public-key">
      <LongText
        label={words.key}
        hint={words.keyHint}
        value={value}
        problem={problem}
        isCode
        onChange={onChange}
      />
      <label className="from-file">
        <span>{words.keyFile}</span>
        <input type="file" accept=".json,.jwk,.jwks,.pem,.pub" onChange={(event) => void read(event)} />
      </label>
    </div>
  );
}
