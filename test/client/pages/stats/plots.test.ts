// What charts are made of: every number of a dashboard and of a match's facts stands where it belongs.

import assert from "node:assert/strict";
import { startTexts } from "../../../../client/platform/i18n/translate.ts";
import { matchPlots, placesOf } from "../../../../client/pages/stats/match-plots.ts";
import {
  hoursPlot,
  medianEnd,
  placesPlot,
  ralliesPlot,
  ratingPlot,
  reactionsPlot,
} from "../../../../client/pages/stats/plots.ts";
import { factsOf } from "../../../../pong/match-facts.ts";
import { FactsReply } from "../../../../schema/http/stats.ts";
import { playTestMatch } from "../../../support/recordings.ts";
import { numberText } from "../../../../client/ui/charts/plot.ts";

const pairs = (count: number) => Array.from({ length: count }, (_, at) => ({ won: at, lost: 2 * at }));

describe("plots of a dashboard", () => {
  before(() => startTexts({ lang: "" }));

  it("tell hours by the clock of the device, from midnight on", () => {
    const hours = pairs(24);
    assert.deepEqual(hoursPlot(hours, 0).labels.slice(0, 2), ["00:00", "01:00"]);
    const india = hoursPlot(hours, 330);
    assert.deepEqual([india.labels[0], india.labels[23]], ["00:30", "23:30"]);
    // Half past midnight there is seven in the evening before.
    assert.equal(india.series[0]!.values[0], 19);
    const newYork = hoursPlot(hours, -300);
    assert.deepEqual([newYork.labels[0], newYork.series[1]!.values[0]], ["00:00", 10]);
  });

  it("have a rate only where something was played", () => {
    const [won, lost, rate] = ralliesPlot(pairs(7)).series;
    assert.deepEqual([won!.values[3], lost!.values[3], rate!.values[3]], [3, 6, 1 / 3]);
    assert.equal(rate!.values[0], null);
    assert.deepEqual(ralliesPlot(pairs(7)).labels, [
      "0",
      "1 to 2",
      "3 to 4",
      "5 to 7",
      "8 to 11",
      "12 to 19",
      "20 or more",
    ]);
  });

  it("draw the deviation around the rating, and lead to the matches", () => {
    const points = [{ at: "2026-11-01T10:00:00.000Z", rating: 1500, deviation: 200, matchId: "some-id" }];
    const { series, links, labels } = ratingPlot({ points }, (iso) => iso.slice(0, 10));
    assert.deepEqual(
      series.map(({ values, shape }) => [values[0], shape]),
      [
        [1500, "line"],
        [200, "band"],
      ],
    );
    assert.deepEqual([links, labels], [["/match/some-id"], ["2026-11-01"]]);
  });

  it("name places from the far left over the middle to the far right", () => {
    const { labels } = placesPlot(pairs(24));
    assert.deepEqual(
      [0, 11, 12, 23].map((at) => labels[at]),
      ["Left, 5.5 to 6", "Left, 0 to 0.5", "Right, 0 to 0.5", "Right, 5.5 to 6"],
    );
  });

  it("say how fast half of the reactions were, unless that is open", () => {
    assert.equal(medianEnd([0, 0, 0]), null);
    assert.equal(medianEnd([1, 2, 1]), 2);
    assert.equal(medianEnd([1, 0, 5]), null);
    const counts = Array.from({ length: 20 }, (_, at) => (at === 4 ? 9 : 1));
    const { labels, note } = reactionsPlot(counts);
    assert.deepEqual([labels[4], labels[19]], ["200 to 249 ms", "950 ms or more"]);
    assert.ok(note.endsWith("less than 300 ms."), note);
  });

  it("write numbers as people read them", () => {
    assert.deepEqual(
      [numberText(1234.56), numberText(0.545, "share"), numberText(null), numberText(-2)],
      ["1,234.6", "55%", "–", "-2"],
    );
  });
});

describe("plots of a match", () => {
  before(() => startTexts({ lang: "" }));
  const facts = FactsReply.parse(factsOf(playTestMatch({ seed: 8, rules: { pointsToWin: 5 } }).recording));
  const match = { id: "some-id", names: ["Ada", "Bo"], facts };

  it("go along its rallies, each with its score and the way to it", () => {
    const [momentum, speed] = matchPlots(match);
    const { rallies, score } = facts;
    assert.equal(momentum!.series[0]!.values.at(-1), score[0]! - score[1]!);
    assert.equal(momentum!.remarks[1]!.texts.at(-1), score.join(" : "));
    assert.equal(momentum!.links[2], `/match/some-id?tick=${Math.floor(rallies[2]!.startTick)}`);
    assert.deepEqual(
      speed!.series[0]!.values,
      rallies.map(({ topSpeed }) => Math.round(topSpeed * 3.6)),
    );
    assert.deepEqual(
      speed!.remarks[0]!.texts,
      rallies.map(({ winner }) => ["Ada", "Bo"][winner]),
    );
  });

  it("tell nobody's point of a rally that was cut off", () => {
    const rally = { ...facts.rallies[0]!, winner: -1, missedAt: null };
    const [momentum] = matchPlots({ ...match, facts: { rallies: [rally], score: [0, 0] } });
    assert.deepEqual(
      [momentum!.series[0]!.values, momentum!.remarks[0]!.texts, momentum!.remarks[1]!.texts],
      [[0], ["nobody"], ["0 : 0"]],
    );
    assert.deepEqual(matchPlots({ ...match, facts: { rallies: [], score: [0, 0] } }), []);
  });

  it("place each ball on the line that it came to, as its player saw it", () => {
    const hit = (seat: number, y: number) => ({ seat, y, offset: 0, speed: 10, reactionMs: null });
    const rally = { startTick: 0, endTick: 9, server: 0, topSpeed: 10 };
    const few: FactsReply = {
      rallies: [{ ...rally, winner: 1, missedAt: 5.9, hits: [hit(0, -5.9), hit(1, -5.9)] }],
      score: [0, 1],
    };
    const [first, second] = [placesOf(few, 0), placesOf(few, 1)];
    assert.deepEqual(
      [first[23], first[0]],
      [
        { won: 1, lost: 0 },
        { won: 0, lost: 1 },
      ],
    );
    assert.deepEqual(
      [second[0], second[23]],
      [
        { won: 1, lost: 0 },
        { won: 0, lost: 0 },
      ],
    );
  });
});
