package org.tocsin.matters.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what is printed and how it exits. */
class CheckMainTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int run(String... args) {
    return CheckMain.run(List.of(args), new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void provedFolderExitsWithZero() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Sample.text());
    assertThat(run(folder.toString())).isZero();
    assertThat(printed()).contains("1 declarations proved, 0 defects");
  }

  @Test
  void defectsExitWithOneAndNameTheirPlace() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, Sample.replaced(Sample.text(), "confirms: true, asks", "asks"));
    assertThat(run(file.toString(), "--lang", "zh")).isEqualTo(1);
    assertThat(printed())
        .contains(file + ":")
        .contains("办结前没有他人的独立确认")
        .contains("反例：found –serve→ served");
  }

  @Test
  void rolesOfAFileAreKnown() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, Sample.text());
    Path roles = folder.resolve("roles.txt");
    Files.writeString(roles, "roles:\n  - code: station-officer\n    zh: 民警\n");
    assertThat(run(file.toString(), "--roles", roles.toString())).isEqualTo(1);
    assertThat(printed()).contains("there is no role 'supervisor'");
  }

  @Test
  void wrongCommandLineExitsWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
    assertThat(run(folder.toString(), "--frob")).isEqualTo(2);
    assertThat(run(folder.toString())).isEqualTo(2);
  }
}
