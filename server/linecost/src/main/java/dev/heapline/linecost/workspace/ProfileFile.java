package dev.heapline.linecost.workspace;

import java.util.Set;

/**
 * A source file as a profile knows it.
 *
 * @param name the file's name in the profile
 * @param functions the names of its functions there, package-qualified
 */
public record ProfileFile(String name, Set<String> functions) {}
