package dev.heapline.golang.syntax;

/**
 * Something that the grammar does not allow.
 *
 * @param offset the byte at which it was noticed
 * @param message what was expected and what was found, as close to the compiler's words as can be
 */
public record SyntaxError(int offset, String message) {}
