package org.tocsin.app.foundation.internal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void aSecondInstanceIsRefusedUntilTheFirstIsGone() {
    DataFolder first = DataFolder.at(temporary.resolve("data")).lock();
    DataFolder second = DataFolder.at(temporary.resolve("data"));
    assertThat(second.isLocked()).isTrue();
    assertThatThrownBy(second::lock)
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("already runs on the data folder")
        .hasMessageContaining("process " + ProcessHandle.current().pid());
    first.close();
    assertThat(second.isLocked()).isFalse();
    second.lock().close();
  }

  @Test
  void secretsAreLongStableAndTheOwnersOnly() throws Exception {
    try (DataFolder folder = DataFolder.at(temporary.resolve("data")).lock()) {
      String secret = folder.secret("app.password");
      assertThat(secret).hasSize(43).isEqualTo(folder.secret("app.password"));
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.keys().resolve("app.password"))))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFileInTheWayIsNamed() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThatThrownBy(() -> DataFolder.at(file).lock())
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void anotherProgramWithTheNumberOfADeadServerIsLeftAlone() throws Exception {
    Path pg = Files.createDirectories(temporary.resolve("pg"));
    List<String> lines = List.of("" + ProcessHandle.current().pid(), pg.toString(), "1", "5432");
    Files.write(pg.resolve("postmaster.pid"), lines);
    assertThat(Postmaster.find(pg)).isEmpty();
  }

  @Test
  void aBrokenPidFileNamesNoServer() throws Exception {
    Files.writeString(temporary.resolve("postmaster.pid"), "not a number\n");
    assertThat(Postmaster.find(temporary)).isEmpty();
    assertThat(Postmaster.find(temporary.resolve("none"))).isEmpty();
  }
}
