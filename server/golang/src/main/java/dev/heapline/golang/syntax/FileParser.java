package dev.heapline.golang.syntax;

import dev.heapline.golang.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses a file, one top-level declaration after another.
 *
 * <p>A declaration is first parsed on the assumption that it is sound. If it is not, it is parsed
 * once more, with all errors reported, and with the knowledge that something is wrong: a keyword
 * like {@code func} at the start of a line then starts the next declaration, whatever braces are
 * missing above it. So sound files are never at the mercy of a guess, and in broken ones the damage
 * stays where it is.
 */
final class FileParser {
  private final SourceFile source;
  private final OpenLiterals openLiterals;
  private final TokenStream tokens;
  private final CommentLog comments;
  private final Grammar grammar;
  private final @Nullable KeptDeclarations kept;

  private final List<TopLevel> declarations = new ArrayList<>();
  private final FileComments.Builder fileComments = new FileComments.Builder();
  private final List<SyntaxError> fileErrors = new ArrayList<>();

  /** How many comment groups have found their place. */
  private int claimed;

  /** How many more bytes may be read in vain by trying whether a declaration is sound. */
  private long trialBytes;

  FileParser(SourceFile source, NameTable names, @Nullable KeptDeclarations kept) {
    this(source, names, kept, false);
  }

  private FileParser(
      SourceFile source, NameTable names, @Nullable KeptDeclarations kept, boolean skipsBodies) {
    this.source = source;
    this.openLiterals = new OpenLiterals(source.bytes());
    this.tokens = new TokenStream(source.bytes(), names, openLiterals);
    this.comments = tokens.comments();
    this.grammar = new Grammar(tokens, skipsBodies);
    this.kept = kept;
    this.trialBytes = 4L * source.bytes().length;
  }

  /**
   * {@return a parser that skips bodies of functions, whose errors may escape it; it stops at the
   * first error that does not}
   */
  static FileParser ofOutline(SourceFile source, NameTable names) {
    return new FileParser(source, names, null, true);
  }

  GoFile parse() {
    tokens.next();
    tokens.begin(0, TokenStream.Recovery.FULL);
    grammar.begin();
    CommentGroup doc = CommentGroup.NONE;
    int packageOffset = 0;
    Expression name = Expression.ABSENT;
    if (tokens.at(Token.PACKAGE)) {
      doc = tokens.leadComment();
      packageOffset = tokens.start();
      tokens.next();
      name = packageName();
    } else {
      tokens.errorExpected(tokens.start(), "'package'");
      tokens.advanceToDeclaration();
    }
    fileErrors.addAll(tokens.takeErrors(tokens.fileOffset()));
    tokens.resume();
    parseDeclarations();
    claimLoose(comments.groups());
    fileErrors.addAll(tokens.takeErrors(Integer.MAX_VALUE));
    for (TopLevel declaration : declarations) {
      for (SyntaxError each : declaration.tree().errors()) {
        fileErrors.add(new SyntaxError(each.offset() + declaration.offset(), each.message()));
      }
    }
    return new GoFile(
        source,
        doc,
        packageOffset,
        name,
        List.copyOf(declarations),
        fileComments.build(),
        diagnosed());
  }

  private Expression packageName() {
    Expression name = Expression.ABSENT;
    if (tokens.at(Token.IDENTIFIER)) {
      name = grammar.identifier();
    } else {
      tokens.errorExpected(tokens.start(), "'IDENT'");
    }
    if (tokens.at(Token.SEMICOLON)) {
      tokens.next();
    } else {
      tokens.errorExpected(tokens.start(), "';'");
      tokens.advanceToDeclaration();
    }
    return name;
  }

  /** The errors as the compiler has them, where it has any. */
  private List<SyntaxError> diagnosed() {
    if (fileErrors.isEmpty()) {
      return List.of();
    }
    var diagnosed = Diagnosis.of(source.bytes());
    if (!diagnosed.isEmpty()) {
      return diagnosed;
    }
    var log = new ErrorLog();
    log.addAll(fileErrors);
    return log.sorted(0);
  }

  private void parseDeclarations() {
    boolean onlyImports = true;
    State previous = null;
    boolean again = false;
    while (!atEnd()) {
      State state = state(onlyImports);
      boolean isDeclaration = TokenStream.startsDeclaration(tokens.token());
      if (!isDeclaration
          && previous != null
          && openLiterals.find(previous.place.offset(), state.place.offset())) {
        // The declaration before this one was sound only because it swallowed what follows it.
        onlyImports = previous.onlyImports;
        restore(previous);
        previous = null;
        again = true;
        continue;
      }
      int doc = isDeclaration ? tokens.leadCommentNumber() : CommentLog.NONE;
      int base = doc == CommentLog.NONE ? tokens.fileOffset() : comments.start(doc);
      claimLoose(doc == CommentLog.NONE ? comments.groups() : doc);
      fileErrors.addAll(tokens.scanErrors().takeBefore(base));
      boolean isImport = tokens.at(Token.IMPORT);
      if (isImport && !onlyImports) {
        fileErrors.add(
            new SyntaxError(tokens.fileOffset(), "imports must appear before other declarations"));
      }
      onlyImports = isImport;
      TopLevel.Tree tree = isDeclaration && !again ? kept(base) : null;
      if (tree == null) {
        tree = isDeclaration && trialBytes > 0 ? trial(base) : null;
      }
      if (tree == null && grammar.skipsBodies()) {
        // It will be parsed whole, for only that tells what is wrong.
        fileErrors.add(new SyntaxError(base, "no outline"));
        return;
      }
      if (tree == null) {
        tree = recover(base);
      }
      add(new TopLevel(base, tree));
      previous = state;
      again = false;
    }
  }

  /**
   * {@return whether all is read; a comment without an end is read again, but for its first line}
   */
  private boolean atEnd() {
    while (tokens.at(Token.END_OF_FILE)) {
      int comment = tokens.openComment();
      if (comment < 0 || !openLiterals.reopen(comment)) {
        return true;
      }
      tokens.reread(claimed);
    }
    return false;
  }

  /** Where parsing was before a declaration, to go back there. */
  private record State(
      TokenStream.Place place,
      int declarations,
      int comments,
      int errors,
      int claimed,
      boolean onlyImports) {}

  private State state(boolean onlyImports) {
    return new State(
        tokens.place(),
        declarations.size(),
        fileComments.count(),
        fileErrors.size(),
        claimed,
        onlyImports);
  }

  private void restore(State state) {
    tokens.rewind(state.place);
    declarations.subList(state.declarations, declarations.size()).clear();
    fileComments.truncate(state.comments);
    fileErrors.subList(state.errors, fileErrors.size()).clear();
    claimed = state.claimed;
  }

  private void add(TopLevel declaration) {
    declarations.add(declaration);
    for (CommentGroup each : declaration.tree().comments()) {
      fileComments.add(each, declaration.offset());
    }
  }

  /** Gives the groups up to the given one, which belong to no declaration, their place. */
  private void claimLoose(int end) {
    for (; claimed < end; claimed++) {
      fileComments.add(comments.group(claimed, 0), 0);
    }
  }

  /** {@return the tree that the same bytes had before the edit, if it still holds; else null} */
  private TopLevel.@Nullable Tree kept(int base) {
    if (kept == null || trialBytes <= 0) {
      return null;
    }
    TopLevel.Tree tree = kept.take(base);
    if (tree == null) {
      return null;
    }
    TokenStream.Place place = tokens.place();
    int groups = comments.groups();
    tokens.skipTo(base + tree.length());
    boolean hadNoBody =
        tree.declaration() instanceof Declaration.Function function
            && function.body() instanceof Statement.Absent;
    if (hadNoBody && tokens.at(Token.LEFT_BRACE)) {
      tokens.rewind(place);
      return null;
    }
    claimed = groups;
    return tree;
  }

  /** {@return the tree of a sound declaration, or null, back at its start} */
  private TopLevel.@Nullable Tree trial(int base) {
    TokenStream.Place place = tokens.place();
    grammar.begin();
    tokens.begin(base, TokenStream.Recovery.NONE);
    Declaration declaration = grammar.declarations().declaration(Set.of());
    if (!tokens.failed() && !tokens.scanErrors().hasBefore(tokens.previousEnd())) {
      return finish(base, declaration, tokens.previousEndedLine());
    }
    trialBytes -= tokens.fileOffset() - base;
    tokens.rewind(place);
    return null;
  }

  /** {@return the tree of the declaration that starts at an offset; null where it is broken} */
  TopLevel.@Nullable Tree declarationAt(int base) {
    claimed = 0;
    tokens.startAt(base);
    return trial(base);
  }

  /** {@return the tree of a broken declaration} */
  private TopLevel.Tree recover(int base) {
    TokenStream.Place place = tokens.place();
    Declaration declaration = recoverOnce(base);
    while (openLiterals.find(base, tokens.previousEnd())) {
      tokens.rewind(place);
      declaration = recoverOnce(base);
    }
    return finish(base, declaration, false);
  }

  private Declaration recoverOnce(int base) {
    grammar.begin();
    tokens.begin(base, TokenStream.Recovery.FULL);
    Declaration declaration = grammar.declarations().declaration(Set.of());
    boolean gaveUp = tokens.gaveUp();
    tokens.resume();
    if (gaveUp) {
      tokens.advanceToDeclaration();
    }
    return declaration;
  }

  private TopLevel.Tree finish(int base, Declaration declaration, boolean complete) {
    int end = tokens.previousEndedLine() ? tokens.previousStart() : tokens.previousEnd();
    List<CommentGroup> inside = new ArrayList<>();
    while (claimed < comments.groups()
        && (comments.start(claimed) < end || claimed == tokens.lineCommentNumber())) {
      end = Math.max(end, comments.end(claimed));
      inside.add(comments.group(claimed, base));
      claimed++;
    }
    return new TopLevel.Tree(
        declaration,
        end - base,
        grammar.expressionCount(),
        List.copyOf(inside),
        complete,
        tokens.takeErrors(end));
  }
}
