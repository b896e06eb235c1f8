import { Button } from "@campus-graph/ui/components/button";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { guardianWords } from "../words/guardian";

/** The national ID that was given before: nobody is shown more of it than this, and it need not be typed again. */
export function KeptId({ masked, onRetype }: { masked: string; onRetype(): void }) {
  const words = useCatalogue(guardianWords);
  return (
    <div className="field">
      <p>
        {words.id}
        <br />
        <strong>{masked}</strong>
      </p>
      <p className="hint">{words.idKept}</p>
      <Button kind="quiet" onClick={onRetype}>
        {words.retypeId}
      </Button>
    </div>
  );
}
