import { PushServiceDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { pushSupport } from "../push/browser-push";
import { BrowserRefused, usePush } from "../push/use-push";
import { pushWords } from "../words/push";

/** Says what a push shows before anybody is asked; the browser asks for its permission only after the click. */
export function PushSwitch() {
  const words = useCatalogue(pushWords);
  const { data } = useQuery(PushServiceDocument);
  const service = data?.pushService;
  if (!service) return null;
  const support = pushSupport();
  return (
    <section className="card push-switch">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      {support === "ready" ? (
        <Switch serverKey={service.serverKey} isOn={service.subscribed} />
      ) : (
        <p className="told">{words[support]}</p>
      )}
    </section>
  );
}

function Switch({ serverKey, isOn }: { serverKey: string; isOn: boolean }) {
  const words = useCatalogue(pushWords);
  const { turnOn, turnOff } = usePush();
  const [isRefused, setRefused] = useState(false);
  const [hasChanged, setChanged] = useState(false);
  const change = useAct(async () => {
    setRefused(false);
    try {
      await (isOn ? turnOff() : turnOn(serverKey));
      setChanged(true);
    } catch (error) {
      if (!(error instanceof BrowserRefused)) throw error;
      setRefused(true);
    }
  });
  return (
    <>
      <p className="hint">{words.until}</p>
      <Button kind={isOn ? "quiet" : "main"} isBusy={change.isRunning} onClick={() => void change.run()}>
        {isOn ? words.turnOff : words.turnOn}
      </Button>
      <FailureAlert failure={change.failure} />
      <p className={isRefused ? "alert" : "saved"} role="status">
        {isRefused ? words.refused : (isOn || hasChanged) && (isOn ? words.isOn : words.isOff)}
      </p>
    </>
  );
}
