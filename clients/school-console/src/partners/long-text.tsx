import { useId } from "react";

/** A labelled text of several lines. */
export function LongText({
  label,
  hint,
  value,
  problem,
  isCode = false,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  problem?: string | undefined;
  /** Read by a program: as it stands, and unspelled. */
  isCode?: boolean;
  onChange(text: string): void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        className={isCode ? "code" : undefined}
        rows={isCode ? 5 : 3}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
