import { setTimeout as sleep } from "node:timers/promises"
import { HttpResponse } from "./http"

const LOOPS = 2
/** Before and after the work, so that requests are under way when it begins and when it ends. */
const MARGIN_MS = 150

/** Repeats a request, one after the other in a few loops, while some work is done. */
export async function whileRepeating<Done>(
  request: () => Promise<HttpResponse>,
  work: () => Promise<Done>
): Promise<{ done: Done; answers: HttpResponse[] }> {
  const answers: HttpResponse[] = []
  let isDone = false
  const repeat = async () => {
    while (!isDone) {
      answers.push(await request())
    }
  }
  const loops = Array.from({ length: LOOPS }, repeat)
  await sleep(MARGIN_MS)
  try {
    const done = await work()
    await sleep(MARGIN_MS)
    return { done, answers }
  } finally {
    isDone = true
    await Promise.all(loops)
  }
}
