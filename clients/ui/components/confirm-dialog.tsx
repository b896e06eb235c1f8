import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";

/** Asks before something that cannot be taken back. Escape and the second button leave everything as it is. */
export function ConfirmDialog({
  title,
  children,
  yes,
  no,
  isBusy,
  onYes,
  onNo,
}: {
  title: string;
  children?: ReactNode;
  yes: string;
  no: string;
  isBusy: boolean;
  onYes(): void;
  onNo(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={id} onClose={onNo}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="acts">
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          {no}
        </Button>
        <Button kind="danger" isBusy={isBusy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
