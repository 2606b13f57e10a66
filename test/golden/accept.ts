// Accepts what this code plays as the new golden numbers: `node test/golden/accept.ts`.

import { acceptGolden } from "./million-ticks.ts";

console.log(await acceptGolden());
