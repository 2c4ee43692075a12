/**
 * Go's packages: which files make one, why each is in or out, and what they import; found as the go
 * command finds them, without it.
 *
 * <p>{@link dev.heapline.golang.packages.PackageFinder} is the way in: from an import path, a
 * folder or a pattern to a {@link dev.heapline.golang.packages.GoPackage}. What a file is chosen by
 * is the {@link dev.heapline.golang.build.BuildContext}; what came of it is the file's {@link
 * dev.heapline.golang.packages.FileChoice}, which says why. Of each file only the {@link
 * dev.heapline.golang.packages.FileHeader} is read.
 *
 * <p>A package is compiled more than once where tests are involved: {@link
 * dev.heapline.golang.packages.PackageUnits} puts packages, their tests and what tests make the
 * compiler compile again into an order, each {@link dev.heapline.golang.packages.PackageUnit} after
 * those it needs.
 *
 * <p>A package that is not there is a {@link dev.heapline.golang.packages.GoPackage} without a
 * folder, with one problem that says what to do. Packages are looked for when they are asked for;
 * nothing is loaded ahead.
 *
 * <p>Left out on purpose: the copies that profile-guided optimisation makes of packages ({@code
 * -pgo}), since they have the same types; coverage; {@code GOPATH} mode.
 */
@NullMarked
package dev.heapline.golang.packages;

import org.jspecify.annotations.NullMarked;
