package dev.heapline.golang.types;

/**
 * An imported package, under the name that it has in one file.
 *
 * @param home the importing package
 * @param imported the package that is meant
 */
public record ImportSymbol(PackageId home, String name, PackageId imported) implements Symbol {}
