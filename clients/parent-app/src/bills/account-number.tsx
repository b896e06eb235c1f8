import { Button } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { formatAccountNumber } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { uiWords } from "@campus-graph/ui/words/ui-words";
import { useState } from "react";
import { billWords } from "../words/bills";

/** The sixteen digits, in fours for people, without spaces for the clipboard. */
export function AccountNumber({ number }: { number: string }) {
  const words = useCatalogue(billWords);
  const ui = useCatalogue(uiWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(number);
    setCopied(true);
  };
  return (
    <div className="account-number">
      <p>
        <span className="label">{words.accountNumber}</span>
        <output className="digits">{formatAccountNumber(number)}</output>
      </p>
      <Button kind="quiet" onClick={() => void copy()}>
        <Icon name={isCopied ? "check" : "copy"} />
        {isCopied ? ui.copied : words.copy}
      </Button>
      <span role="status" className="visually-hidden">
        {isCopied ? ui.copied : ""}
      </span>
    </div>
  );
}
