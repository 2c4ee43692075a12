package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.PackageId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a package declares.
 *
 * <p>Names are collected at once, which needs no other package. What they mean is found out when
 * asked for, under the package's lock: imports have no cycle, so locks are always taken in one
 * order.
 */
final class PackageScope {
  private volatile Program program;
  private final PackageId id;
  private final String name;
  private final PackageInput input;
  private final ChangedNames changes;
  private final List<FileScope> files = new ArrayList<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Entry> all = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> duplicates = new HashSet<>(0);
  private final ArrayDeque<Runnable> delayed = new ArrayDeque<>();
  private final ArrayDeque<Runnable> bodies = new ArrayDeque<>();
  private final ReentrantLock checkLock = new ReentrantLock();
  private volatile @Nullable Thread checking;
  private volatile @Nullable CheckedPackage checked;
  private final boolean settled;
  private final boolean outline;

  /**
   * What is the same as long as nothing of the package changed, whether its trees are here or not.
   */
  private final Object version;

  /** A package of which no earlier version is known. */
  PackageScope(Program program, PackageId id, PackageInput input) {
    this(program, id, input, Optional.empty(), _ -> ChangedNames.NONE, new Object());
  }

  /** A package whose trees were forgotten, or had no bodies of functions. */
  PackageScope(Program program, PackageInput input, PackageScope forgotten) {
    this(program, forgotten.id, input, Optional.empty(), _ -> ChangedNames.NONE, forgotten.version);
  }

  /**
   * The next version of a package, which keeps all that is still true.
   *
   * @param changed what has changed in the packages that it imports
   */
  PackageScope(
      Program program,
      PackageId id,
      PackageInput input,
      Optional<PackageScope> before,
      ChangesByPackage changed) {
    this(program, id, input, before, changed, new Object());
  }

  private PackageScope(
      Program program,
      PackageId id,
      PackageInput input,
      Optional<PackageScope> before,
      ChangesByPackage changed,
      Object version) {
    this.program = program;
    this.version = version;
    this.id = id;
    this.input = input;
    this.name =
        input.files().stream()
            .map(file -> file.tree().packageName())
            .filter(Expression.Identifier.class::isInstance)
            .map(each -> ((Expression.Identifier) each).name())
            .filter(each -> !each.equals("_"))
            .findFirst()
            .orElse("");
    var collector = new Collector(this, entries, all);
    collector.collectFiles(input);
    var reuse = before.map(old -> Reuse.of(old, this, changed));
    collector.collectNames();
    reuse.ifPresent(each -> each.keep(all));
    this.changes = reuse.map(Reuse::changes).orElse(ChangedNames.EVERYTHING);
    this.settled = false;
    this.outline = input.files().stream().anyMatch(file -> file.tree().isOutline());
  }

  /** What is left of a package when its trees and facts are forgotten. */
  private PackageScope(PackageScope whole) {
    this.program = whole.program;
    this.id = whole.id;
    this.name = whole.name;
    this.input = new PackageInput(whole.input.path(), List.of(), whole.input.imports());
    this.changes = ChangedNames.EVERYTHING;
    this.settled = true;
    this.version = whole.version;
    this.outline = false;
    whole.files.forEach(file -> files.add(file.settled()));
    if (!files.isEmpty()) {
      var site = new Site(this, files.getFirst(), 0, 0);
      whole.entries.forEach((declared, entry) -> entries.put(declared, entry.settled(site)));
      all.addAll(entries.values());
    }
  }

  /** {@return what may mean something else than in the version before} */
  ChangedNames changes() {
    return changes;
  }

  PackageInput input() {
    return input;
  }

  List<Entry> all() {
    return all;
  }

  /** {@return the names that are declared more than once} */
  Set<String> duplicates() {
    return duplicates;
  }

  /** {@return whether all is known of this package, and all of it is true after some changes} */
  boolean stays(ChangesByPackage changed) {
    // What is only known in part would go on to ask, and be told of both versions.
    return checked != null && files.stream().allMatch(file -> file.stays(changed));
  }

  /** Makes this a package of the next snapshot as well, where it would come to the same answers. */
  void moveTo(Program next) {
    program = next;
  }

  Program program() {
    return program;
  }

  Object version() {
    return version;
  }

  PackageId id() {
    return id;
  }

  String name() {
    return name;
  }

  List<FileScope> files() {
    return files;
  }

  Optional<PackageId> resolveImport(String path) {
    return path.equals("unsafe")
        ? Optional.of(PackageId.UNSAFE)
        : input.imports().resolve(path).map(program::id);
  }

  /** {@return the name of an imported package; empty where it is not there} */
  Optional<String> importedName(PackageId imported) {
    return imported == PackageId.UNSAFE
        ? Optional.of("unsafe")
        : input
            .imports()
            .name(imported.path())
            .or(() -> program.scope(imported).map(PackageScope::name));
  }

  Optional<Entry> entry(String wanted) {
    return Optional.ofNullable(entries.get(wanted));
  }

  Optional<FunctionEntry> method(String receiver, String wanted) {
    if (entries.get(receiver) instanceof TypeEntry type) {
      for (var method : type.methodEntries()) {
        if (method.symbol().name().equals(wanted)) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }

  /** Begins to find something out. */
  void enter() {
    lock.lock();
  }

  /** Ends what {@link #enter} began, and runs what was put off until nothing was half-known. */
  void leave() {
    if (lock.getHoldCount() == 1) {
      for (var next = delayed.poll(); next != null; next = delayed.poll()) {
        next.run();
      }
    }
    lock.unlock();
  }

  /** Puts something off until no declaration is half-known. */
  void later(Runnable action) {
    enter();
    delayed.add(action);
    leave();
  }

  /** Remembers the body of a function literal outside of functions, for when bodies are wanted. */
  void addBody(Runnable check) {
    enter();
    bodies.add(check);
    leave();
  }

  private void checkLiterals() {
    for (var next = bodies.poll(); next != null; next = bodies.poll()) {
      next.run();
    }
  }

  /** Records a constant that the package asks for while it is checked itself. */
  void recordConstant(String wanted) {
    if (checking == Thread.currentThread()
        && entries.get(wanted) instanceof ConstantEntry constant) {
      record(constant);
    }
  }

  private void record(ConstantEntry constant) {
    enter();
    constant.record();
    leave();
  }

  /**
   * Finds out everything, bodies included; nothing is kept of a body that was skipped.
   *
   * @param cancelled asked before each function; what was found out until then is kept
   * @return nothing where a body was skipped that has an error: only whole trees can tell of it
   * @throws CancellationException if it says yes
   */
  Optional<CheckedPackage> check(BooleanSupplier cancelled) {
    checkLock.lock();
    try {
      if (checked == null && checkAll(cancelled)) {
        checked = CheckedPackage.of(this, files, all);
      }
      return Optional.ofNullable(checked);
    } finally {
      checkLock.unlock();
    }
  }

  private boolean checkAll(BooleanSupplier cancelled) {
    enter();
    files.forEach(FileScope::allFacts);
    leave();
    var open = all.stream().filter(entry -> !entry.isComplete()).toList();
    checking = Thread.currentThread();
    for (var entry : open) {
      entry.site().facts().bind(entry.name(), entry.symbol());
      if (entry instanceof TypeEntry type && !type.isAlias()) {
        entry.resolve();
      }
    }
    for (var entry : open) {
      entry.resolve();
      if (entry instanceof ConstantEntry constant) {
        record(constant);
      }
    }
    checking = null;
    var skipped = new SkippedFunctions();
    for (var entry : open) {
      switch (entry) {
        case VariableEntry variable -> variable.complete();
        case TypeEntry type -> DeclarationRules.check(type);
        case FunctionEntry function -> {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException(id.path());
          }
          DeclarationRules.check(function);
          if (!SkippedFunctions.has(function)) {
            function.checkBody();
            function.site().facts().complete();
          } else if (!skipped.check(function)) {
            return false;
          }
        }
        case ConstantEntry _ -> {}
      }
    }
    checkLiterals();
    files.forEach(FileScope::complete);
    return true;
  }

  /** Lets go of what others remember of this version. */
  void forget() {
    for (var entry : all) {
      if (entry instanceof TypeEntry type) {
        type.symbol().forget();
      }
    }
  }

  /** {@return whether bodies of functions were skipped: then what is in them is not known} */
  boolean isOutline() {
    return outline;
  }

  /** {@return whether only what it declares is left, so that it cannot be checked any more} */
  boolean isSettled() {
    return settled;
  }

  /**
   * {@return what others may ask of a package that was checked, without its trees and facts; itself
   * where it was not checked, for then the trees are needed yet}
   */
  PackageScope settle() {
    return checked == null ? this : new PackageScope(this);
  }
}
