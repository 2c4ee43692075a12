/**
 * From packages as they are found to packages as they are checked.
 *
 * <p>A {@link dev.heapline.golang.load.PackageLoader} is the {@link
 * dev.heapline.golang.types.check.PackageSource} of one build: what {@code packages} knows of a
 * package (its files, what its imports mean, the version of its language) becomes what the type
 * checker asks for, with the files parsed. Packages are named by the identity of their {@link
 * dev.heapline.golang.packages.PackageUnit}: a plain package by its import path, one that is
 * compiled for a test with the test behind it, {@code p [p.test]}.
 *
 * <p>Everything is looked for when it is first asked for: of a package that is imported, its folder
 * is listed and its files are parsed when something that it declares is mentioned. Syntax trees
 * come from {@link dev.heapline.golang.load.GoFiles}, which an editor can put its own in front of.
 *
 * <p>What keeps packages from being loaded whole is a {@link dev.heapline.golang.load.LoadProblem}:
 * one for each reason, whatever number of packages it touches. Imports that lead nowhere, and those
 * that close a cycle, are empty: the checker goes on, with types unknown.
 */
@NullMarked
package dev.heapline.golang.load;

import org.jspecify.annotations.NullMarked;
