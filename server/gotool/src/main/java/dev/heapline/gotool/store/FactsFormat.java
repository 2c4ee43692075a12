package dev.heapline.gotool.store;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.Circumstances;
import dev.heapline.gotool.fact.Fact;
import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Form;
import dev.heapline.gotool.fact.Fact.Function;
import dev.heapline.gotool.fact.Fact.InlinedCall;
import dev.heapline.gotool.fact.Fact.Leak;
import dev.heapline.gotool.fact.Fact.Parameter;
import dev.heapline.gotool.fact.Fact.Verdict;
import dev.heapline.gotool.fact.Fact.ZeroCopy;
import dev.heapline.gotool.fact.PackageFacts;
import dev.heapline.gotool.fact.SourceFile;
import dev.heapline.gotool.fact.SourceFile.Block;
import dev.heapline.gotool.fact.Step;

/**
 * Facts as bytes: a mark, then compressed varints, with each string written once.
 *
 * <p>The version is part of the folder's name: a file of another version is never read.
 */
final class FactsFormat {
  /** To be raised with every change below, and with every change of what facts say. */
  static final int VERSION = 1;

  private FactsFormat() {}

  static byte[] write(PackageFacts facts) {
    var out = new PackedWriter();
    out.string(facts.importPath());
    out.string(facts.name());
    out.string(facts.folder());
    circumstances(out, facts.circumstances());
    out.list(facts.files(), FactsFormat::file);
    out.list(facts.facts(), FactsFormat::fact);
    return out.bytes();
  }

  static PackageFacts read(String file, byte[] content) throws MalformedInputException {
    var in = new PackedReader(file, content);
    var facts =
        new PackageFacts(
            in.string(),
            in.string(),
            in.string(),
            circumstances(in),
            in.list(FactsFormat::file),
            in.list(FactsFormat::fact));
    in.end();
    return facts;
  }

  private static void circumstances(PackedWriter out, Circumstances circumstances) {
    out.string(circumstances.version());
    out.string(circumstances.goos());
    out.string(circumstances.goarch());
    out.list(circumstances.tags(), PackedWriter::string);
    out.list(circumstances.flags(), PackedWriter::string);
    out.optional(circumstances.profile());
  }

  private static Circumstances circumstances(PackedReader in) throws MalformedInputException {
    return new Circumstances(
        in.string(),
        in.string(),
        in.string(),
        in.list(PackedReader::string),
        in.list(PackedReader::string),
        in.optional());
  }

  private static void file(PackedWriter out, SourceFile file) {
    out.string(file.path());
    out.list(
        file.blocks(),
        (to, block) -> {
          to.number(block.firstLine());
          to.number(block.lines());
          to.fixed(block.hash());
        });
  }

  private static SourceFile file(PackedReader in) throws MalformedInputException {
    return new SourceFile(
        in.string(), in.list(from -> new Block(from.number(), from.number(), from.fixed())));
  }

  private static void fact(PackedWriter out, Fact fact) {
    switch (fact) {
      case Allocation allocation -> {
        out.number(0);
        out.place(allocation.at());
        out.list(allocation.inlined(), PackedWriter::place);
        out.string(allocation.form().name());
        out.string(allocation.expression());
        out.string(allocation.verdict().name());
        out.number(allocation.copies());
        out.list(allocation.steps(), FactsFormat::step);
      }
      case Parameter parameter -> {
        out.number(1);
        out.place(parameter.at());
        out.string(parameter.name());
        out.string(parameter.leak().name());
        out.optional(parameter.result());
        out.number(parameter.level());
        out.list(parameter.steps(), FactsFormat::step);
      }
      case Function function -> {
        out.number(2);
        out.place(function.at());
        out.string(function.name());
        out.number(function.cost());
        out.optional(function.obstacle());
      }
      case InlinedCall call -> {
        out.number(3);
        out.place(call.at());
        out.string(call.callee());
      }
      case ZeroCopy conversion -> {
        out.number(4);
        out.place(conversion.at());
      }
    }
  }

  private static Fact fact(PackedReader in) throws MalformedInputException {
    return switch (in.number()) {
      case 0 ->
          new Allocation(
              in.place(),
              in.list(PackedReader::place),
              in.choice(Form.values()),
              in.string(),
              in.choice(Verdict.values()),
              in.number(),
              in.list(FactsFormat::step));
      case 1 ->
          new Parameter(
              in.place(),
              in.string(),
              in.choice(Leak.values()),
              in.optional(),
              in.number(),
              in.list(FactsFormat::step));
      case 2 -> new Function(in.place(), in.string(), in.number(), in.optional());
      case 3 -> new InlinedCall(in.place(), in.string());
      case 4 -> new ZeroCopy(in.place());
      default -> throw in.malformed("a kind of fact");
    };
  }

  private static void step(PackedWriter out, Step step) {
    switch (step) {
      case Step.Flow flow -> {
        out.number(0);
        out.string(flow.destination());
        out.string(flow.source());
      }
      case Step.From from -> {
        out.number(1);
        out.string(from.expression());
        out.string(from.why());
      }
    }
    out.place(step.at());
    out.list(step.inlined(), PackedWriter::place);
  }

  private static Step step(PackedReader in) throws MalformedInputException {
    return switch (in.number()) {
      case 0 -> new Step.Flow(in.string(), in.string(), in.place(), in.list(PackedReader::place));
      case 1 -> new Step.From(in.string(), in.string(), in.place(), in.list(PackedReader::place));
      default -> throw in.malformed("a kind of step");
    };
  }
}
