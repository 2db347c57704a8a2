package org.tocsin.matters.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code tocsin check PATH}: proves the declarations of a file or folder from the shell. Prints one
 * line a defect, {@code file:line:col: message}, and exits with 0 if there are none, 1 if there are
 * some, 2 if the command line is wrong.
 */
public final class CheckMain {
  private CheckMain() {}

  /** Runs and exits. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(args), out));
  }

  /**
   * Runs without exiting.
   *
   * @param args {@code PATH [--roles FILE] [--lang zh|en]}
   * @return the exit status
   */
  static int run(List<String> args, PrintStream out) {
    Optional<String> path = Optional.empty();
    Optional<String> roles = Optional.empty();
    boolean chinese = false;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      boolean hasValue = i + 1 < args.size();
      if (arg.equals("--roles") && hasValue) {
        roles = Optional.of(args.get(++i));
      } else if (arg.equals("--lang") && hasValue) {
        chinese = args.get(++i).equals("zh");
      } else if (!arg.startsWith("--") && path.isEmpty()) {
        path = Optional.of(arg);
      } else {
        out.println("check: wants PATH [--lang zh|en]");
        return 2;
      }
    }
    if (path.isEmpty() || !Files.exists(Path.of(path.get()))) {
      out.println("check: " + path.map(p -> p + " does not exist").orElse("wants a PATH"));
      return 2;
    }
    return check(Path.of(path.get()), roles.map(Path::of), chinese, out);
  }

  private static int check(Path path, Optional<Path> roles, boolean chinese, PrintStream out) {
    try {
      Set<String> known = roles.isPresent() ? roles(roles.get()) : Set.of();
      Declarations read = Declarations.read(path, Known.roles(known));
      read.defects().forEach(d -> out.println(d.print(chinese)));
      if (read.kinds().isEmpty() && read.defects().isEmpty()) {
        out.println(chinese ? "没有找到声明" : "there is no declaration");
        return 2;
      }
      out.println(
          (chinese ? "已证明 %d 份声明，%d 处错误" : "%d declarations proved, %d defects")
              .formatted(read.kinds().size(), read.defects().size()));
      return read.defects().isEmpty() ? 0 : 1;
    } catch (IOException e) {
      out.println("check: " + e.getMessage());
      return 2;
    }
  }

  /** The codes in a file such as packs/roles.yaml. */
  static Set<String> roles(Path file) throws IOException {
    Set<String> codes = new HashSet<>();
    Report report = new Report(file.toString());
    new Compose(LoadSettings.builder().build())
        .composeString(Files.readString(file))
        .map(root -> Obj.mapping(report, root, "").get("roles"))
        .ifPresent(
            list -> Obj.items(report, list).forEach(role -> code(role).ifPresent(codes::add)));
    return codes;
  }

  private static Optional<String> code(Node role) {
    return role instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(t -> t.getKeyNode() instanceof ScalarNode k && k.getValue().equals("code"))
            .map(t -> t.getValueNode() instanceof ScalarNode v ? v.getValue() : "")
            .findFirst()
        : Optional.empty();
  }
}
