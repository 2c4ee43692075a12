/**
 * Go's modules: which there are in a build, at which versions, and where their files stand; found
 * as the go command finds them, without it.
 *
 * <p>{@link dev.heapline.golang.module.GoEnvironment} are the settings of the go command, {@link
 * dev.heapline.golang.module.GoRoot} is a toolchain and {@link
 * dev.heapline.golang.module.ToolchainChoice} which one a module wants, {@link
 * dev.heapline.golang.module.BuildFlags} what {@code GOFLAGS} and the command line add. With these
 * and a {@link dev.heapline.golang.source.FileTree}, {@link
 * dev.heapline.golang.module.BuildModules} answers the one question that matters: in which folder
 * does the package of an import path stand ({@link dev.heapline.golang.module.ImportResolution}).
 *
 * <p>{@link dev.heapline.golang.module.ModFile} and {@link dev.heapline.golang.module.WorkFile} are
 * what {@code go.mod} and {@code go.work} say; reading them never fails, what is wrong in them is
 * told with its place.
 *
 * <p>Selection is lazy, as the go command's is since Go 1.17: an import that a requirement of the
 * main module provides reads no {@code go.mod} but the main one. Nothing is fetched and nothing is
 * written: where the go command would complete {@code go.mod} or the module cache, the answer says
 * what to run. Checksums in {@code go.sum} are the go command's to verify.
 *
 * <p>Architecture invariant: no file is opened here. The {@link
 * dev.heapline.golang.source.FileTree} is the snapshot that is asked, so that unsaved text in an
 * editor, a tree in memory and the disk are one thing.
 */
@NullMarked
package dev.heapline.golang.module;

import org.jspecify.annotations.NullMarked;
