package dev.heapline.golang.packages;

import java.util.List;

/**
 * An import of a package.
 *
 * @param path as the source has it
 * @param target the import path that it means: another one where Go's own packages import what was
 *     vendored for them
 * @param positions where files import it, in order of their names
 */
public record PackageImport(String path, String target, List<SourcePosition> positions) {}
