import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";

/** A labelled input; its hint and what is wrong with it are read out with it. */
export function Field({
  label,
  hint,
  problem,
  beside,
  ref,
  ...input
}: {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  /** A button of the same row, such as 驗證. */
  beside?: ReactNode;
  ref?: Ref<HTMLInputElement>;
} & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="row">
        <input
          {...input}
          ref={ref}
          id={id}
          aria-invalid={problem ? true : undefined}
          aria-describedby={described || undefined}
        />
        {beside}
      </div>
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** One of several, as large buttons that are radios to the keyboard and to a screen reader. */
export function Choices<Value extends string>({
  legend,
  hint,
  name,
  options,
  value,
  problem,
  onChoose,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  name: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value | undefined;
  problem?: string | undefined;
  onChoose(value: Value): void;
}) {
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="options">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
