/**
 * The type checker: from syntax trees to facts.
 *
 * <p>A {@link dev.heapline.golang.types.check.Program} is a snapshot's packages. The names that a
 * package declares are collected when it is first asked for ({@code Collector}); what each means is
 * found out when it is asked for (a {@code Resolution} within an {@code Entry}), under one lock per
 * package. Imports have no cycle, so locks are always taken in one order. A declared type is its
 * name: what it is made of need not be known where it is mentioned, and so the cycles that remain
 * are mistakes of the program, which a {@code Resolution} notices as it is entered again. Function
 * bodies are checked for the packages that are wanted, never for those that are only imported.
 *
 * <p>What is known of a top-level declaration's expressions is its {@link
 * dev.heapline.golang.types.check.Facts}: arrays by {@code Expression.index()}. Untyped expressions
 * stand there as untyped until something gives them a type, which then goes down into them ({@code
 * Untyped}).
 *
 * <p>A {@code Checker} is the check of one declaration; its parts are one class for each subject,
 * named as the specification names it:
 *
 * <ul>
 *   <li>types: {@code TypeExpressions}, {@code StructTypes}, {@code InterfaceTypes}, {@code
 *       Signatures}, {@code TypeParameterLists}, {@code Instantiation};
 *   <li>expressions: {@code Expressions} (the way in), {@code Operators}, {@code Comparisons},
 *       {@code Literals}, {@code Indexing}, {@code Selectors}, {@code Calls}, {@code Arguments},
 *       {@code Builtins}, {@code UnsafeBuiltins}, {@code Conversions};
 *   <li>values on their way: {@code Untyped}, {@code Representation}, {@code Assignability}, {@code
 *       Assignments}, {@code Targets};
 *   <li>inference: {@code Inference}, {@code Unifier};
 *   <li>functions: {@code FunctionBody}, {@code Statements}, {@code LocalDeclarations}, {@code
 *       Switches}, {@code Ranges}, {@code Labels}, {@code Termination};
 *   <li>declarations as a whole: {@code DeclarationRules}, {@code Validity}, {@code
 *       InitializationCycles}, {@code InstantiationCycles}.
 * </ul>
 *
 * <p>Architecture invariants: facts hold no tree, and of other declarations only symbols; checking
 * goes on after errors and throws nothing, whatever the source is; what is not known is {@code
 * Type.UNKNOWN}, which goes with everything, so that a missing package is no cascade of errors.
 *
 * <p>After an edit, {@code Program.next} makes the next snapshot. What a declaration looked up by
 * name is remembered ({@code Consulted}), apart for what others may ask of it and for bodies.
 * {@code DeclarationMatch} tells which declarations read as before, {@code Reuse} which of them
 * depend on nothing that changed: these keep their facts by reference, and packages that import
 * nothing that changed are shared whole ({@code NextSnapshot}). So an edit inside a function's body
 * checks that function again, and nothing else.
 *
 * <p>Not covered: what the compiler alone checks, such as directives and sizes of stack frames.
 */
@NullMarked
package dev.heapline.golang.types.check;

import org.jspecify.annotations.NullMarked;
