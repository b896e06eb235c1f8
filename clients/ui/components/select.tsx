import { type SelectHTMLAttributes, useId } from "react";

/** One of a list that may be long, in the browser's own control. */
export function Select({
  label,
  options,
  onChoose,
  ...select
}: {
  label: string;
  options: readonly { value: string; label: string }[];
  onChoose(value: string): void;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange">) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} onChange={({ target }) => onChoose(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
