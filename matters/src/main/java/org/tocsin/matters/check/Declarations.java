package org.tocsin.matters.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.tocsin.matters.MatterKind;

/**
 * Declarations as they were read: those that are proved, and what is wrong with the others.
 *
 * @param kinds the proved ones, in the order of their files
 * @param defects what is wrong, in the order of files and lines
 */
public record Declarations(List<MatterKind> kinds, List<Defect> defects) {
  private static final int MOST_CHARACTERS = 300_000;

  /** Files of the folder that are no declarations: data of the demonstration. */
  private static final Set<String> NO_DECLARATIONS = Set.of("examples.yaml");

  private record Source(String file, String text) {}

  private record Read(MatterKind kind, Report report) {}

  public Declarations {
    kinds = List.copyOf(kinds);
    defects = List.copyOf(defects);
  }

  /**
   * Reads a declaration, or every {@code *.yaml} of a folder.
   *
   * @throws IOException if a file cannot be read
   */
  public static Declarations read(Path path, Known known) throws IOException {
    List<Source> sources = new ArrayList<>();
    List<Defect> unreadable = new ArrayList<>();
    for (Path file : files(path)) {
      try {
        sources.add(new Source(file.toString(), Files.readString(file)));
      } catch (CharacterCodingException e) {
        Report report = new Report(file.toString());
        report.at(
            "", Say.say("文件不是 UTF-8", "the file is not UTF-8", "存为 UTF-8", "save it as UTF-8"));
        unreadable.addAll(report.defects());
      }
    }
    Declarations read = of(sources, known);
    unreadable.addAll(read.defects());
    return new Declarations(read.kinds(), unreadable);
  }

  /** Reads one declaration from its text. */
  public static Declarations readText(String file, String text, Known known) {
    return of(List.of(new Source(file, text)), known);
  }

  /** Reads declarations from texts, by the names of their files. */
  public static Declarations readTexts(Map<String, String> texts, Known known) {
    return of(
        texts.entrySet().stream()
            .filter(e -> !NO_DECLARATIONS.contains(e.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Source(e.getKey(), e.getValue()))
            .toList(),
        known);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .filter(f -> !NO_DECLARATIONS.contains(f.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static Declarations of(List<Source> sources, Known known) {
    List<Read> read = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    for (Source source : sources) {
      Report report = new Report(source.file());
      reports.add(report);
      readOne(source, report).ifPresent(kind -> read.add(new Read(kind, report)));
    }
    unique(read);
    Known all = withKinds(known, read, sources.size() > 1);
    List<MatterKind> kinds = new ArrayList<>();
    for (Read one : read) {
      if (one.report().isClean()) {
        prove(one.kind(), one.report(), all);
      }
      if (one.report().isClean()) {
        kinds.add(one.kind());
      }
    }
    return new Declarations(kinds, reports.stream().flatMap(r -> r.defects().stream()).toList());
  }

  private static void prove(MatterKind kind, Report report, Known known) {
    new FieldChecks(kind, report).check();
    new FlowChecks(kind, report).check();
    new PrintChecks(kind, report, known).check();
    if (report.isClean()) {
      new Prover(kind, report).prove();
    }
    new RoleChecks(kind, report, known).check();
  }

  /** Links are checked against the other kinds only where there are others. */
  private static Known withKinds(Known known, List<Read> read, boolean together) {
    Set<String> kinds = new HashSet<>(known.kinds());
    if (together) {
      read.forEach(r -> kinds.add(r.kind().code()));
    }
    return new Known(known.roles(), kinds);
  }

  private static void unique(List<Read> read) {
    Set<String> seen = new HashSet<>();
    for (Read one : read) {
      MatterKind kind = one.kind();
      if (!seen.add(kind.code() + " " + kind.version())) {
        one.report()
            .at(
                "kind",
                Say.say(
                    "已有 %s 第 %d 版".formatted(kind.code(), kind.version()),
                    "there is a version %d of %s already".formatted(kind.version(), kind.code()),
                    "改版本号",
                    "give it another version"));
      }
    }
  }

  /** What is wrong with the shape alone of a text: what a schema can tell. */
  static List<Defect> shape(String file, String text) {
    Report report = new Report(file);
    readOne(new Source(file, text), report);
    return report.defects();
  }

  private static Optional<MatterKind> readOne(Source source, Report report) {
    try {
      return parse(source, report).map(root -> new KindReader(report).read(root));
    } catch (StackOverflowError e) {
      // The parser goes down into what is nested; a text made to overflow it is refused like any.
      report.at("", Say.say("嵌套过深", "it is nested too deeply", "拆开", "split it up"));
      return Optional.empty();
    }
  }

  private static Optional<Node> parse(Source source, Report report) {
    if (source.text().length() > MOST_CHARACTERS) {
      report.at("", Say.say("文件太长", "the file is too long", "拆开", "split it"));
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.file()).setMaxAliasesForCollections(1).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(source.text());
      if (root.isEmpty()) {
        report.at("", Say.missing("kind"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      report.at(e.getProblemMark(), notYaml(e.getProblem()));
    } catch (YamlEngineException e) {
      report.at("", notYaml(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Report.Words notYaml(String problem) {
    return Say.say(
        "不是合法的 YAML：" + problem,
        "this is no YAML: " + problem,
        "检查缩进、引号和括号",
        "look at indentation, quotes and brackets");
  }
}
