import { Button } from "@campus-graph/ui/components/button";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { reviewWords } from "../words/review";

const longestReason = 500;

/** Why something is returned. What was written before comes back by arrows or a click, and can be changed. */
export function ReasonForm({
  about,
  value,
  offered,
  onType,
  onSend,
  onCancel,
}: {
  about: string;
  value: string;
  offered: readonly string[];
  onType(reason: string): void;
  onSend(reason: string): void;
  onCancel(): void;
}) {
  const words = useCatalogue(reviewWords);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => input.current?.focus(), []);
  const send = () => {
    const reason = value.trim();
    setMissing(reason === "");
    if (reason === "") input.current?.focus();
    else onSend(reason);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length > 0) {
      event.preventDefault();
      const at = offered.indexOf(value);
      const next = at < 0 ? (step > 0 ? 0 : offered.length - 1) : at + step;
      onType(offered[(next + offered.length) % offered.length]!);
    } else if (event.key === "Enter") {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <div className="reason">
      <label htmlFor={id}>
        {words.reason} <span className="about">{about}</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {words.reasonHint}
      </p>
      <div className="row">
        <input
          ref={input}
          id={id}
          value={value}
          maxLength={longestReason}
          aria-describedby={`${id}-hint`}
          aria-invalid={isMissing || undefined}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={press}
        />
        <Button onClick={send}>{words.send}</Button>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <ul className="offered" aria-label={words.lastReasons}>
        {offered.map((reason) => (
          <li key={reason}>
            <button
              type="button"
              onClick={() => {
                onType(reason);
                input.current?.focus();
              }}
            >
              {reason}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
