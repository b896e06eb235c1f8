import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useRef,
  useState,
} from "react";
import { failureOf } from "./failure";

/** Loaded by whoever is asked. */
const SecondFactorDialog = lazy(() => import("../components/second-factor-dialog"));

/** Asks for the second factor; false: its person gave it up. */
type RequestFactor = () => Promise<boolean>;

const Context = createContext<RequestFactor | undefined>(undefined);

/** Whatever wants a second factor anew is asked for over the screen, which stays as it is underneath. */
export function SecondFactorProvider({ children }: { children: ReactNode }) {
  const [answer, setAnswer] = useState<(isGiven: boolean) => void>();
  const underWay = useRef<Promise<boolean>>(undefined);
  const requestFactor = useCallback<RequestFactor>(() => {
    // Several acts at once are one question.
    underWay.current ??= new Promise<boolean>((resolve) => setAnswer(() => resolve)).finally(() => {
      underWay.current = undefined;
      setAnswer(undefined);
    });
    return underWay.current;
  }, []);
  return (
    <Context value={requestFactor}>
      {children}
      <Suspense>{answer && <SecondFactorDialog onEnd={answer} />}</Suspense>
    </Context>
  );
}

/** Does something, and once more after a second factor was given where it wants one. */
export function useWithSecondFactor(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  const requestFactor = useContext(Context);
  return useCallback(
    async (act) => {
      try {
        return await act();
      } catch (error) {
        if (failureOf(error).code !== "SECOND_FACTOR_REQUIRED" || !(await requestFactor?.())) throw error;
        return act();
      }
    },
    [requestFactor],
  );
}
