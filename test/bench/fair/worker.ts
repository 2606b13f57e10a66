// One of the processes of bench:fair: runs a trial for each question.

import { answerQuestions } from "../../../loadtest/node-process.ts";
import { type Trial, runTrial } from "../../support/netcode-trial.ts";

answerQuestions((trial: Trial) => runTrial(trial));
