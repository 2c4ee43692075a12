package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Type;

/**
 * A function that is used as a value, so that calls of values may call it.
 *
 * @param type the type of the value: for a method value, without the receiver
 */
public record FunctionValue(Callable function, Type type) {}
