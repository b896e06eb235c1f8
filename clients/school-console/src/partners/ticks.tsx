import { useId } from "react";

/** Any of several, as large buttons that are boxes to tick for the keyboard and a screen reader. */
export function Ticks<Value extends string>({
  legend,
  options,
  ticked,
  problem,
  onChange,
}: {
  legend: string;
  options: readonly { value: Value; label: string }[];
  ticked: readonly Value[];
  problem: string | undefined;
  onChange(ticked: Value[]): void;
}) {
  const id = useId();
  const toggle = (value: Value) =>
    onChange(options.map((each) => each.value).filter((each) => (each === value) !== ticked.includes(each)));
  return (
    <fieldset className="choices" aria-describedby={problem ? id : undefined}>
      <legend>{legend}</legend>
      <div className="options">
        {options.map(({ value, label }) => (
          <label key={value} className="choice">
            <input type="checkbox" checked={ticked.includes(value)} onChange={() => toggle(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p className="problem" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
