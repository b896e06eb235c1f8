import { Button } from "@campus-graph/ui/components/button";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type ReactNode, useEffect, useRef } from "react";
import { issueWords, type Step } from "../../words/issue";
import { steps } from "./draft";

/** The first step of a visit leaves the focus where it is; each further one takes it, and is read out. */
let isFirstStep = true;

/** One of the four steps: where one is, what it asks, and the way on and back. Enter goes on. */
export function StepForm({
  step,
  children,
  next,
  onNext,
  onBack,
}: {
  step: Step;
  children: ReactNode;
  /** What the button that goes on says, where that is more than "next". */
  next?: ReactNode;
  onNext(): void;
  onBack?: () => void;
}) {
  const words = useCatalogue(issueWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstStep) heading.current?.focus();
    const timer = setTimeout(() => {
      isFirstStep = false;
    });
    return () => clearTimeout(timer);
  }, []);
  const place = steps.indexOf(step);
  return (
    <form
      className="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <ol className="stepper" aria-hidden="true">
        {steps.map((each, at) => (
          <li key={each} className={at === place ? "here" : at < place ? "past" : undefined}>
            <span>{at + 1}</span>
            {words.steps[each]}
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1}>
        {words.stepOf(place + 1, words.steps[step])}
      </h2>
      {children}
      <div className="acts">
        {onBack ? (
          <Button kind="quiet" onClick={onBack}>
            {words.back}
          </Button>
        ) : (
          <span />
        )}
        {next ?? <Button type="submit">{words.next}</Button>}
      </div>
    </form>
  );
}
