package dev.heapline.golang.flow.control;

/** How a call comes to its end. */
public enum CallEnding {
  /** It may return. */
  RETURNS,
  /**
   * It does not return, but functions that were deferred run: {@code panic}, {@code
   * runtime.Goexit}.
   */
  UNWINDS,
  /** Nothing of the function runs after it: {@code os.Exit}, a wait without end. */
  STOPS
}
