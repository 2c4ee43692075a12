/**
 * Asking the go command what the compiler decided, and keeping the answers.
 *
 * <p>{@link dev.heapline.gotool.CompilerFacts} is all that others need: it is asked for packages,
 * as {@code go list} takes them, and answers with {@linkplain dev.heapline.gotool.fact facts} for
 * each, or with why it does not build and the facts of its unchanged functions from when it last
 * did.
 *
 * <pre>
 * var go = GoCommand.find(Optional.empty(), System.getenv(), Limits.GENEROUS);
 * var facts = new CompilerFacts(go, CacheFolder.ofUser(System.getenv(), home, system), background);
 * Answer answer = facts.ask(new Request(module, List.of("./..."), true, BuildSettings.PLAIN));
 * </pre>
 *
 * <p>How it asks: {@code go list -export} compiles what is asked for and links nothing. Only the
 * packages asked for get flags of ours, so their dependencies come from the user's build cache and
 * stay what they are there. Our flags are the same in every run over a module, so what did not
 * change is not compiled again; and the go command's own name for a compilation is the key of our
 * cache, so whether something changed is decided by the go command alone.
 *
 * <p>Architecture invariants: nothing is fetched, no file of a source tree is written; threads that
 * wait may be virtual, and what computes runs on the executor that the caller gives.
 */
@NullMarked
package dev.heapline.gotool;

import org.jspecify.annotations.NullMarked;
