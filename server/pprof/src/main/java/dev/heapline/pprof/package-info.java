/**
 * Go's profiles on the JVM: bytes in, columns out.
 *
 * <p>{@link dev.heapline.pprof.ProfileReader} turns the bytes of a pprof protobuf file (gzip or
 * plain) into a {@link dev.heapline.pprof.Profile}, an immutable value. The format is that of <a
 * href="https://github.com/google/pprof/blob/main/proto/profile.proto">profile.proto</a>; a file is
 * accepted and understood as pprof itself does it.
 *
 * <h2>The model</h2>
 *
 * <p>A profile may hold a million samples, so nothing here is one object per sample. Everything is
 * a table, its entries are numbered from 0, and an entry is named by its number:
 *
 * <ul>
 *   <li>{@link dev.heapline.pprof.Samples}: values (one per sample type), a stack of locations, a
 *       set of labels;
 *   <li>{@link dev.heapline.pprof.Locations}: an address in a mapping, and the frames found there:
 *       more than one where calls were inlined;
 *   <li>{@link dev.heapline.pprof.Frames}: a line of a function;
 *   <li>{@link dev.heapline.pprof.Functions}: name, file, first line;
 *   <li>{@link dev.heapline.pprof.Mapping}: a file of the program, in a plain list, as they are
 *       few.
 * </ul>
 *
 * <p>Stacks and frames always run from the leaf, the function that was executing or allocating, to
 * the root. {@link dev.heapline.pprof.FrameCursor} walks a sample's frames in that order with the
 * inlined ones in their places:
 *
 * <pre>{@code
 * Profile profile = new ProfileReader().read(bytes, "heap.pb.gz");
 * int bytesInUse = profile.sampleType("inuse_space").orElseThrow();
 * FrameCursor frames = profile.frameCursor();
 * for (int sample = 0; sample < profile.samples().size(); sample++) {
 *   for (frames.moveTo(sample); frames.next(); ) {
 *     use(frames.functionName(), frames.fileName(), frames.line(),
 *         profile.samples().value(sample, bytesInUse));
 *   }
 * }
 * }</pre>
 *
 * <p>Values have the unit that {@link dev.heapline.pprof.Profile#sampleTypes} gives; those of a Go
 * heap profile are already scaled up from the sample to an estimate of the whole. {@link
 * dev.heapline.pprof.ProfileKind} says what kind of profile it is.
 *
 * <h2>The neighbours</h2>
 *
 * <ul>
 *   <li>{@code dev.heapline.pprof.lines}: what each line of source costs: flat, cumulative, and on
 *       whose behalf;
 *   <li>{@code dev.heapline.pprof.source}: what the file names in profiles mean.
 * </ul>
 *
 * <p>Architecture invariant: bytes only. Nothing in these packages opens a file or a connection,
 * starts a process or a thread, or knows what an editor is. Input is untrusted: it is bounded by
 * {@link dev.heapline.pprof.ReadLimits}, and every fault in it is a {@link
 * dev.heapline.base.MalformedInputException}.
 */
@NullMarked
package dev.heapline.pprof;

import org.jspecify.annotations.NullMarked;
