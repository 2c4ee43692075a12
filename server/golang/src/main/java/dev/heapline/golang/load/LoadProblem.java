package dev.heapline.golang.load;

import dev.heapline.golang.packages.SourcePosition;
import java.util.Optional;

/**
 * What keeps one or several packages from being loaded whole.
 *
 * @param packageIdentity the first package that it was noticed in: of an import, the importer
 * @param text a sentence for a person, in the go command's words where it has them
 * @param position where it shows in that package
 * @param others how many more packages are missing for the same reason
 */
public record LoadProblem(
    String packageIdentity, String text, Optional<SourcePosition> position, int others) {}
