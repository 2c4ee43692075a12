package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Type;
import java.util.List;

/**
 * The calls of one function's body, those of function literals in it left out.
 *
 * @param function the function
 * @param sites its calls, conversions left out, in no particular order
 * @param values functions that it uses as values
 * @param boxed the types of values that become interfaces in it, and type arguments that it gives
 */
public record FunctionCalls(
    Callable function, List<CallSite> sites, List<FunctionValue> values, List<Type> boxed) {}
