import { type ReactNode, useEffect, useState } from "react";
import type { Failure } from "../graph/failure";
import type { Queried } from "../graph/use-query";
import { useCatalogue } from "../words/language";
import { uiWords } from "../words/ui-words";
import { Button } from "./button";

const slowAfterMs = 4_000;

/** What a query shows while it has nothing, when it is refused, when it is offline, and when only a part came. */
export function Loaded<Data>({
  of: { data, failure, isFetching, again },
  children,
}: {
  of: Queried<Data>;
  children: (data: Data) => ReactNode;
}) {
  if (data)
    return (
      <>
        {failure && <Beside failure={failure} again={again} />}
        {children(data)}
      </>
    );
  if (failure && !isFetching) return <FailureMessage failure={failure} again={again} />;
  return <Waiting />;
}

export function Waiting() {
  const words = useCatalogue(uiWords);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting">
      <p role="status">
        {isSlow ? words.stillLoading : <span className="visually-hidden">{words.loading}</span>}
      </p>
      <div className="skeleton" aria-hidden="true" />
      <div className="skeleton" aria-hidden="true" />
    </div>
  );
}

/** Nothing could be shown: why, and the next step. */
export function FailureMessage({ failure, again }: { failure: Failure; again(): void }) {
  const words = useCatalogue(uiWords);
  const isOffline = failure.code === "OFFLINE";
  const isMishap = failure.code === "MISHAP";
  return (
    <div className="trouble" role="alert">
      <p>{isOffline ? words.offlineNothing : <FailureSentence failure={failure} />}</p>
      {!isOffline && (
        <Button kind="quiet" onClick={isMishap ? () => window.location.reload() : again}>
          {isMishap ? words.reload : words.retry}
        </Button>
      )}
    </div>
  );
}

function Beside({ failure, again }: { failure: Failure; again(): void }) {
  const words = useCatalogue(uiWords);
  if (failure.code === "OFFLINE") return null;
  return (
    <div className="beside" role="status">
      <p>{failure.code === "UNREACHABLE" ? words.unreachable : words.partly}</p>
      <Button kind="quiet" onClick={again}>
        {words.retry}
      </Button>
    </div>
  );
}

/** The graph's own sentence, which tells the next step; ours where nothing answered. */
export function FailureSentence({ failure: { code, sentence, traceId } }: { failure: Failure }) {
  const words = useCatalogue(uiWords);
  if (code === "OFFLINE") return words.offline;
  if (code === "MISHAP") return words.mishap;
  if (code === "UNREACHABLE" || !sentence) return words.unreachable;
  return (
    <>
      {sentence}
      {code === "INTERNAL" && traceId && <small className="trace"> {words.traceId(traceId)}</small>}
    </>
  );
}

/** A refusal beside the form that it is about; read out at once. */
export function FailureAlert({ failure }: { failure: Failure | undefined }) {
  return (
    <div role="alert" data-code={failure?.code}>
      {failure && (
        <p className="alert">
          <FailureSentence failure={failure} />
        </p>
      )}
    </div>
  );
}
