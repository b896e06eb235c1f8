import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { daysUntil, formatDay, taipeiDayOf } from "@campus-graph/ui/format/dates";
import { serverNow } from "@campus-graph/ui/session/session";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { issueWords } from "../../words/issue";
import { ChannelChoice, isChoice, useOfferedChannels } from "./channel-choice";
import { daysLater, dueDays } from "./draft";
import type { StepProps } from "./issue-page";
import { StepForm } from "./step-form";

const usualDays = [7, 14, 30];

/** When, and how: the last day to pay, by Taipei's calendar, and the channels. */
export function WhenStep({ draft: { dueDate, channels = null }, change, go }: StepProps) {
  const { when } = useCatalogue(issueWords);
  const { language } = useLanguage();
  const [isShown, show] = useState(false);
  const now = new Date(serverNow());
  const today = taipeiDayOf(now.toISOString());
  const { first, last } = dueDays(today);
  const offered = useOfferedChannels();
  const mayGo = isChoice(channels, offered.data);
  const isRight = dueDate >= first && dueDate <= last;
  return (
    <StepForm
      step="WHEN"
      onNext={() => (isRight && mayGo ? go("CHECK") : show(true))}
      onBack={() => go("WHAT")}
    >
      <Field
        label={when.dueDate}
        hint={when.hint}
        type="date"
        min={first}
        max={last}
        value={dueDate}
        onChange={({ target }) => change({ dueDate: target.value })}
        problem={
          (isShown || dueDate !== "") && !isRight
            ? when.wrong(formatDay(first, language), formatDay(last, language))
            : undefined
        }
      />
      <div className="row">
        {usualDays.map((days) => (
          <Button key={days} kind="quiet" onClick={() => change({ dueDate: daysLater(today, days) })}>
            {when.in(days)}
          </Button>
        ))}
      </div>
      <p className="lead" role="status">
        {isRight && when.reads(formatDay(dueDate, language), daysUntil(dueDate, now))}
      </p>
      <ChannelChoice
        offered={offered}
        chosen={channels}
        onChange={(channels) => change({ channels })}
        isShown={isShown}
      />
    </StepForm>
  );
}
