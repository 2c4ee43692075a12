package dev.heapline.gotool.command;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code go env} says in a folder.
 *
 * @param version as {@code go1.27.3}
 * @param goroot the toolchain's folder
 * @param cache the user's build cache
 * @param goos target operating system
 * @param goarch target architecture
 * @param flags the user's {@code GOFLAGS}
 * @param root folder of the go.work or else the go.mod that is in force, empty outside of modules
 */
public record GoEnvironment(
    String version,
    Path goroot,
    Path cache,
    String goos,
    String goarch,
    GoFlags flags,
    Optional<Path> root) {}
