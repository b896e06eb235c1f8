import { useFormWords } from "../words/form";
import { Signature, type Stroke, sinceBeginning } from "./signature";

/** A signature as it is kept until it is sent. */
export type Signed = { strokes: Stroke[] };

export function isSigned(signed: Signed): boolean {
  return signed.strokes.length > 0;
}

/** The signature as the graph takes it. */
export function signatureOf(signed: Signed): Signed {
  return { strokes: sinceBeginning(signed.strokes) };
}

export function Signing({
  signed,
  problem,
  onSigned,
}: {
  signed: Signed;
  problem: string | undefined;
  onSigned(signed: Signed): void;
}) {
  const { sign: words } = useFormWords();
  return (
    <section className="signing">
      <h2>{words.signature}</h2>
      <Signature strokes={signed.strokes} problem={problem} onChange={(strokes) => onSigned({ strokes })} />
    </section>
  );
}
