package dev.heapline.golang.types.check;

/**
 * Something that Go does not allow.
 *
 * @param offset the byte at which it was noticed, from the start of the top-level declaration
 * @param message what is wrong, as close to the compiler's words as can be
 * @param soft whether the program's types are none the worse for it
 */
public record TypeError(int offset, String message, boolean soft) {}
