package dev.heapline.linecost.workspace;

import java.nio.file.Path;

/**
 * A Go module whose source lies in the workspace.
 *
 * @param path the module path as {@code go.mod} has it
 * @param folder the folder of {@code go.mod}
 */
public record GoModule(String path, Path folder) {}
