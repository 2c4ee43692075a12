package dev.heapline.lsp.rpc;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The methods that are spoken: what is done with those that come in, what those that go out answer.
 *
 * <p>Handlers run on the thread that reads. A handler of a request takes its parameters apart there
 * and returns a future that others complete; if it throws, the parameters were not what the method
 * takes.
 */
public final class Routes implements Endpoint {
  private final Map<String, JsonRpcMethod> methods = new HashMap<>();
  private final Map<String, RequestHandler> requests = new HashMap<>();
  private final Map<String, NotificationHandler> notifications = new HashMap<>();
  private final Lifecycle lifecycle;
  private final Consumer<String> complaints;

  @FunctionalInterface
  private interface RequestHandler {
    CompletableFuture<?> handle(@Nullable Object parameters);
  }

  @FunctionalInterface
  private interface NotificationHandler {
    void handle(@Nullable Object parameters);
  }

  /**
   * @param lifecycle says what may be asked when
   * @param complaints told, in a sentence, of notifications that could not be used
   */
  public Routes(Lifecycle lifecycle, Consumer<String> complaints) {
    this.lifecycle = lifecycle;
    this.complaints = complaints;
  }

  /** Takes a request from now on. */
  public <P> Routes request(
      String method, Class<P> parameters, Function<P, ? extends CompletableFuture<?>> handler) {
    methods.put(method, JsonRpcMethod.request(method, Object.class, parameters));
    requests.put(method, given -> handler.apply(present(method, parameters, given)));
    return this;
  }

  /** Takes a request without parameters from now on; what comes with it is passed over. */
  public Routes request(String method, Supplier<? extends CompletableFuture<?>> handler) {
    methods.put(method, JsonRpcMethod.request(method, Object.class));
    requests.put(method, _ -> handler.get());
    return this;
  }

  /** Takes a notification from now on. */
  public <P> Routes notification(String method, Class<P> parameters, Consumer<P> handler) {
    methods.put(method, JsonRpcMethod.notification(method, parameters));
    notifications.put(method, given -> handler.accept(present(method, parameters, given)));
    return this;
  }

  /** Takes a notification without parameters from now on; what comes with it is passed over. */
  public Routes notification(String method, Runnable handler) {
    methods.put(method, JsonRpcMethod.notification(method));
    notifications.put(method, _ -> handler.run());
    return this;
  }

  /**
   * Sends a request from now on.
   *
   * @param result what the client answers with; {@code Void.class} for nothing
   * @param parameters what goes with it: nothing, or one object
   */
  public Routes sends(String method, Type result, Class<?>... parameters) {
    methods.put(method, JsonRpcMethod.request(method, result, parameters));
    return this;
  }

  /** {@return all methods, as the JSON reader wants them} */
  Map<String, JsonRpcMethod> methods() {
    return methods;
  }

  @Override
  public CompletableFuture<?> request(String method, @Nullable Object parameters) {
    lifecycle.checkRequest(method);
    var handler = requests.get(method);
    if (handler == null) {
      throw error(ResponseErrorCode.MethodNotFound, "heapline does not know the request " + method);
    }
    try {
      return handler.handle(parameters);
    } catch (ResponseErrorException e) {
      throw e;
    } catch (RuntimeException e) {
      throw error(ResponseErrorCode.InvalidParams, method + ": unusable parameters: " + e);
    }
  }

  @Override
  public void notify(String method, @Nullable Object parameters) {
    // Notifications that nobody takes, "$/" ones above all, are passed over as the protocol asks.
    var handler = notifications.get(method);
    if (handler != null && lifecycle.accepts(method)) {
      try {
        handler.handle(parameters);
      } catch (RuntimeException e) {
        complaints.accept(method + ": unusable parameters: " + e);
      }
    }
  }

  /** {@return the error with which a request is answered} */
  public static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }

  private static <P> P present(String method, Class<P> type, @Nullable Object parameters) {
    if (!type.isInstance(parameters)) {
      throw error(ResponseErrorCode.InvalidParams, method + ": expected parameters");
    }
    return type.cast(parameters);
  }
}
