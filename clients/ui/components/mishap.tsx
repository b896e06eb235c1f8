import { Component, type ReactNode } from "react";
import { useCatalogue } from "../words/language";
import { uiWords } from "../words/ui-words";
import { Button } from "./button";

/** A fault of ours in drawing a screen: said in words, with a way on, instead of an empty page. */
export class Mishap extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const words = useCatalogue(uiWords);
  return (
    <main>
      <div className="trouble" role="alert">
        <p>{words.mishap}</p>
        <Button kind="quiet" onClick={() => window.location.reload()}>
          {words.reload}
        </Button>
      </div>
    </main>
  );
}
