package dev.heapline.golang.flow.call;

import java.util.List;

/**
 * The calls of one function's body, those of function literals in it left out.
 *
 * @param function the function
 * @param sites its calls, conversions left out, in no particular order
 */
public record FunctionCalls(Callable function, List<CallSite> sites) {}
