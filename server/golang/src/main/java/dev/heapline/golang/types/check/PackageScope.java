package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.PackageId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a package declares.
 *
 * <p>Names are collected at once, which needs no other package. What they mean is found out when
 * asked for, under the package's lock: imports have no cycle, so locks are always taken in one
 * order.
 */
final class PackageScope {
  private final Program program;
  private final PackageId id;
  private final String name;
  private final PackageInput.Imports imports;
  private final List<FileScope> files = new ArrayList<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Entry> all = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Runnable> delayed = new ArrayDeque<>();
  private final ArrayDeque<Runnable> bodies = new ArrayDeque<>();
  private volatile @Nullable Thread checking;

  PackageScope(Program program, PackageId id, PackageInput input) {
    this.program = program;
    this.id = id;
    this.imports = input.imports();
    this.name =
        input.files().stream()
            .map(file -> file.tree().packageName())
            .filter(Expression.Identifier.class::isInstance)
            .map(each -> ((Expression.Identifier) each).name())
            .findFirst()
            .orElse("");
    new Collector(this, entries, all).collect(input);
  }

  Program program() {
    return program;
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
        : imports.resolve(path).map(program::id);
  }

  /** {@return the name of an imported package; empty where it is not there} */
  Optional<String> importedName(PackageId imported) {
    return imported == PackageId.UNSAFE
        ? Optional.of("unsafe")
        : imports.name(imported.path()).or(() -> program.scope(imported).map(PackageScope::name));
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

  /** Finds out everything, bodies included. */
  CheckedPackage check() {
    enter();
    files.forEach(FileScope::allFacts);
    leave();
    checking = Thread.currentThread();
    for (var entry : all) {
      entry.site().facts().bind(entry.name(), entry.symbol());
      if (entry instanceof TypeEntry type && !type.isAlias()) {
        entry.resolve();
      }
    }
    for (var entry : all) {
      entry.resolve();
      if (entry instanceof ConstantEntry constant) {
        record(constant);
      }
    }
    checking = null;
    for (var entry : all) {
      switch (entry) {
        case VariableEntry variable -> variable.complete();
        case TypeEntry type -> new DeclarationRules(type).check();
        case FunctionEntry function -> function.checkBody();
        case ConstantEntry _ -> {}
      }
    }
    checkLiterals();
    return CheckedPackage.of(this, files, all);
  }

  void release() {
    files.forEach(FileScope::release);
  }
}
