package dev.heapline.lsp.rpc;

import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Where a session stands: nothing is answered before {@code initialize}, and nothing after {@code
 * shutdown}.
 *
 * <p>Used by the thread that reads; what it ended with may be read by any.
 */
public final class Lifecycle {
  private enum State {
    STARTED,
    INITIALIZED,
    SHUT_DOWN
  }

  private volatile State state = State.STARTED;

  /** Checks whether a request may be answered, and takes the step that it is. */
  void checkRequest(String method) {
    boolean initialize = method.equals("initialize");
    switch (state) {
      case STARTED -> {
        if (!initialize) {
          throw Routes.error(
              ResponseErrorCode.ServerNotInitialized, method + " came before initialize");
        }
        state = State.INITIALIZED;
      }
      case INITIALIZED -> {
        if (initialize) {
          throw Routes.error(ResponseErrorCode.InvalidRequest, "initialize came a second time");
        }
        if (method.equals("shutdown")) {
          state = State.SHUT_DOWN;
        }
      }
      case SHUT_DOWN ->
          throw Routes.error(ResponseErrorCode.InvalidRequest, method + " came after shutdown");
    }
  }

  /** {@return whether a notification is to be taken notice of} */
  boolean accepts(String method) {
    return state == State.INITIALIZED || method.equals("exit");
  }

  /** {@return the exit code that the protocol asks for: 0 after a shutdown, else 1} */
  public int exitCode() {
    return state == State.SHUT_DOWN ? 0 : 1;
  }
}
